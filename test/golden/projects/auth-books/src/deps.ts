import { audited } from './audit/audited.ts';
import { LoginLimiter } from './auth/login-limiter.ts';
import { AuthService } from './auth/service.ts';
import { Tokens } from './auth/tokens.ts';
import { PostgresCommentStore } from './comments/postgres-store.ts';
import { CommentService } from './comments/service.ts';
import type { Config } from './config.ts';
import type { Database } from './db/database.ts';
import { PostgresBookStore } from './books/postgres-store.ts';
import { BookService } from './books/service.ts';

/** What the service is made of. */
export interface Deps {
  config: Config;
  database: Database;
  tokens: Tokens;
  auth: AuthService;
  books: BookService;
  comments: CommentService;
  /** Fails while requests would fail. */
  ready(): Promise<unknown>;
  close(): Promise<void>;
}

/** The composition root: the only place that chooses implementations. */
export function createDeps(config: Config, database: Database): Deps {
  const tokens = new Tokens({
    secret: config.JWT_SECRET,
    issuer: config.JWT_ISSUER,
    audience: config.JWT_AUDIENCE,
    ttl: config.JWT_TTL_SECONDS,
  });
  const limiter = new LoginLimiter({
    account: config.LOGIN_LIMIT_ACCOUNT,
    address: config.LOGIN_LIMIT_ADDRESS,
    windowSeconds: config.LOGIN_WINDOW_SECONDS,
  });
  return {
    config,
    database,
    tokens,
    auth: new AuthService(database, tokens, limiter),
    books: new BookService(audited(database, PostgresBookStore.open)),
    comments: new CommentService(audited(database, PostgresCommentStore.open)),
    ready: () => database.query('SELECT 1'),
    close: () => database.close(),
  };
}

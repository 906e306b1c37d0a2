import pg, { type PoolConfig } from 'pg';
import type { Config } from '../config.ts';

const { INT8, DATE, TIMESTAMPTZ } = pg.types.builtins;

/** Postgres answers in text; this is how it is read where pg would make something else of it. */
const readers = new Map<number, (text: string) => unknown>([
  // Ids, counts and integers stay within 2^53; pg cannot know that, and leaves them text.
  [INT8, Number],
  [DATE, (text) => text],
  [TIMESTAMPTZ, (text) => new Date(`${text.replace(' ', 'T')}:00`).toISOString()],
]);

/** Bounds for everything: connections, waiting for one, statements, transactions left open. */
export function poolSettings(config: Config): PoolConfig {
  const timeout = config.DATABASE_TIMEOUT_MS;
  return {
    connectionString: config.DATABASE_URL,
    max: config.DATABASE_POOL_MAX,
    connectionTimeoutMillis: timeout,
    // Postgres ends a slow statement; the limit on our side is for a server that is frozen.
    statement_timeout: timeout,
    query_timeout: timeout + 250,
    idle_in_transaction_session_timeout: 2 * timeout,
    // What reads times above counts on `+00`.
    options: '-c TimeZone=UTC',
    types: {
      getTypeParser: (oid, format) => readers.get(oid) ?? pg.types.getTypeParser(oid, format),
    },
  };
}

import { record } from '../audit/log.ts';
import type { Database } from '../db/database.ts';
import { Refusal } from '../errors.ts';
import type { Caller } from './caller.ts';
import type { LoginLimiter } from './login-limiter.ts';
import { hashPassword, isPassword } from './password.ts';
import { demand } from './policy.ts';
import type { AccessToken, Credentials, Registration, Role, User } from './schema.ts';
import type { Tokens } from './tokens.ts';
import { UserStore } from './users.ts';

/** Where a request comes from, before anyone knows from whom. */
export interface Origin {
  address: string;
  requestId: string;
}

/** Who comes in, and what role they have. */
export class AuthService {
  readonly #database: Database;
  readonly #tokens: Tokens;
  readonly #limiter: LoginLimiter;

  constructor(database: Database, tokens: Tokens, limiter: LoginLimiter) {
    this.#database = database;
    this.#tokens = tokens;
    this.#limiter = limiter;
  }

  async register({ name, email, password }: Registration, { requestId }: Origin): Promise<User> {
    const hash = await hashPassword(password);
    return this.#database.transaction(async (tx) => {
      const user = await new UserStore(tx).insert({ name, email, hash });
      if (user === 'taken') throw new Refusal('conflict', 'This e-mail is registered already.');
      await record(tx, { id: user.id, requestId }, 'users.register', [`users/${user.id}`]);
      return user;
    });
  }

  async logIn(credentials: Credentials, origin: Origin): Promise<AccessToken> {
    const account = credentials.email.toLowerCase();
    const user = await this.#limiter.attempt(origin.address, account, () =>
      this.#authenticate(credentials, origin),
    );
    // The same words for an unknown user and a wrong password.
    if (!user) throw new Refusal('unauthorized', 'The e-mail or the password is wrong.');
    return this.#tokens.issue(user);
  }

  /** Does the same work in the same time, whatever is wrong. */
  async #authenticate({ email, password }: Credentials, { requestId }: Origin) {
    const user = await new UserStore(this.#database).findByEmail(email);
    const isKnown = await isPassword(password, user?.password_hash);
    const actor = { id: isKnown && user ? user.id : null, requestId };
    const target = user ? `users/${user.id}` : null;
    const outcome = isKnown ? 'success' : 'failure';
    await record(this.#database, actor, 'users.log_in', [target], outcome);
    return isKnown ? user : undefined;
  }

  async me(caller: Caller): Promise<User> {
    const user = await new UserStore(this.#database).find(caller.id);
    if (!user) throw new Refusal('unauthorized', 'The user of this token is gone.');
    return user;
  }

  async list(page: { limit: number; offset: number }, caller: Caller) {
    demand(caller, 'users.list');
    return { ...(await new UserStore(this.#database).list(page)), ...page };
  }

  async changeRole(id: number, role: Role, caller: Caller): Promise<User> {
    demand(caller, 'users.change_role');
    return this.#database.transaction(async (tx) => {
      const user = await new UserStore(tx).changeRole(id, role);
      if (!user) throw new Refusal('not-found', 'There is no user with this id.');
      await record(tx, caller, 'users.change_role', [`users/${id}`]);
      return user;
    });
  }
}

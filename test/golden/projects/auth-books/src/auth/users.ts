import type { Queryable } from '../db/database.ts';
import { orTaken } from '../db/taken.ts';
import type { Role, User } from './schema.ts';

const COLUMNS = 'id, name, email, role, created_at';

/** Users in Postgres. Only `findByEmail` tells the hash of a password. */
export class UserStore {
  readonly #database: Queryable;

  constructor(database: Queryable) {
    this.#database = database;
  }

  async insert(user: { name: string; email: string; hash: string }): Promise<User | 'taken'> {
    const insert = `INSERT INTO users (name, email, password_hash) VALUES (:name, :email, :hash)
      RETURNING ${COLUMNS}`;
    const outcome = await this.#database.query<User>(insert, user).catch(orTaken);
    return outcome === 'taken' ? outcome : outcome[0]!;
  }

  async find(id: number): Promise<User | undefined> {
    return this.#one(`SELECT ${COLUMNS} FROM users WHERE id = :id`, { id });
  }

  /** E-mails are the same in whatever case they are typed. */
  async findByEmail(email: string): Promise<(User & { password_hash: string }) | undefined> {
    const select = `SELECT ${COLUMNS}, password_hash FROM users WHERE lower(email) = lower(:email)`;
    return this.#one(select, { email });
  }

  async list(page: { limit: number; offset: number }): Promise<{ items: User[]; total: number }> {
    const select = `SELECT ${COLUMNS} FROM users ORDER BY id LIMIT :limit OFFSET :offset`;
    const [items, [count]] = await Promise.all([
      this.#database.query<User>(select, page),
      this.#database.query<{ total: number }>('SELECT count(*) AS total FROM users'),
    ]);
    return { items, total: count!.total };
  }

  async changeRole(id: number, role: Role): Promise<User | undefined> {
    const update = `UPDATE users SET role = :role WHERE id = :id RETURNING ${COLUMNS}`;
    return this.#one(update, { id, role });
  }

  async #one<Row>(sql: string, values: object): Promise<Row | undefined> {
    return (await this.#database.query<Row>(sql, values))[0];
  }
}

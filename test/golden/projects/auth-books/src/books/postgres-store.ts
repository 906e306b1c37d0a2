import type { Caller } from '../auth/caller.ts';
import { scopeOf, VISIBLE, type Scope } from '../auth/scope.ts';
import type { Queryable } from '../db/database.ts';
import { orderBy } from '../db/order.ts';
import { orTaken } from '../db/taken.ts';
import type { Book, BookInput, BookQuery } from './schema.ts';
import type { Change, Check, Found, BookStore } from './store.ts';

const INSERT = `
  INSERT INTO books (
    owner_id,
    isbn,
    title,
    author,
    pages,
    retired
  ) VALUES (
    :callerId,
    :isbn,
    :title,
    :author,
    :pages,
    :retired
  )
  ON CONFLICT (owner_id, isbn) DO NOTHING
  RETURNING *, 0 AS comment_count`;

/** Changes the version that was seen and no other; `updated_at` always moves, so it tells them apart. */
const UPDATE = `
  UPDATE books SET
    isbn = :isbn,
    title = :title,
    author = :author,
    pages = :pages,
    retired = :retired,
    updated_at = greatest(now(), updated_at + interval '1 millisecond')
  WHERE id = :id AND updated_at = :seenAt
  RETURNING *`;

const DELETE = `
  DELETE FROM books
  WHERE id = :id AND updated_at = :seenAt
  RETURNING id`;

/** Values reach SQL as parameters only; the names in it come from schemas, never from a client. */
export class PostgresBookStore implements BookStore {
  readonly #database: Queryable;
  readonly #scope: Scope;

  constructor(database: Queryable, scope: Scope) {
    this.#database = database;
    this.#scope = scope;
  }

  static open(database: Queryable, caller: Caller): PostgresBookStore {
    return new PostgresBookStore(database, scopeOf(caller));
  }

  async insert(input: BookInput): Promise<Book | 'taken'> {
    const [item] = await this.#query<Book>(INSERT, input);
    return item ?? 'taken';
  }

  async find(id: number): Promise<Book | undefined> {
    const where = `id = :id AND ${VISIBLE}`;
    const [item] = await this.#select(where, 'item.id', { id, limit: 1, offset: 0 });
    return item;
  }

  async list(query: BookQuery): Promise<Found> {
    const { limit, offset, sort, ...filters } = query;
    const conditions = Object.keys(filters).map((name) => `${name} = :${name}`);
    const where = [VISIBLE, ...conditions].join(' AND ');
    const count = `SELECT count(*) AS total FROM books WHERE ${where}`;
    const [items, [counted]] = await Promise.all([
      this.#select(where, orderBy(sort), { ...filters, limit, offset }),
      this.#query<{ total: number }>(count, filters),
    ]);
    return { items, total: counted!.total };
  }

  async update(id: number, change: Change): Promise<Book | 'taken' | undefined> {
    for (;;) {
      const item = await this.find(id);
      if (!item) return undefined;
      const input = change(item);
      if (input === item) return item;
      const values = { ...input, id, seenAt: item.updated_at };
      const outcome = await this.#database.query<Book>(UPDATE, values).catch(orTaken);
      if (outcome === 'taken') return outcome;
      // Without a row somebody else was faster: decide again, on what there is now.
      if (outcome[0]) return { ...outcome[0], comment_count: item.comment_count };
    }
  }

  async remove(id: number, check: Check): Promise<boolean> {
    for (;;) {
      const item = await this.find(id);
      if (!item) return false;
      check(item);
      const removed = await this.#database.query(DELETE, { id, seenAt: item.updated_at });
      if (removed.length > 0) return true;
    }
  }

  /** The page is cut before the join: comments are counted for its items only, in one query. */
  #select(where: string, order: string, values: object): Promise<Book[]> {
    const select = `
      SELECT item.*, count(comments.id) AS comment_count
      FROM books AS item
      LEFT JOIN comments ON comments.book_id = item.id
      WHERE item.id IN (
        SELECT id FROM books AS item
        WHERE ${where}
        ORDER BY ${order}
        LIMIT :limit OFFSET :offset
      )
      GROUP BY item.id
      ORDER BY ${order}`;
    return this.#query(select, values);
  }

  #query<Row>(sql: string, values: object): Promise<Row[]> {
    return this.#database.query<Row>(sql, { ...values, ...this.#scope });
  }
}

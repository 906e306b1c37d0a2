import type { Caller } from '../auth/caller.ts';
import { scopeOf, VISIBLE, type Scope } from '../auth/scope.ts';
import type { Queryable } from '../db/database.ts';
import { orderBy } from '../db/order.ts';
import type { Comment, CommentInput, CommentQuery } from './schema.ts';
import type { CommentStore, FoundComments } from './store.ts';

/** Finds and adds in one statement, so that nobody deletes the book in between. */
const INSERT = `
  INSERT INTO comments (book_id, body)
  SELECT id, :body FROM books WHERE id = :itemId AND ${VISIBLE} FOR KEY SHARE
  RETURNING id, body, created_at`;

const COUNT = `
  SELECT count(comments.id) AS total
  FROM books AS item LEFT JOIN comments ON comments.book_id = item.id
  WHERE item.id = :itemId AND ${VISIBLE}
  GROUP BY item.id`;

const DELETE = `
  DELETE FROM comments USING books AS item
  WHERE comments.id = :id AND book_id = :itemId
    AND item.id = :itemId AND ${VISIBLE}
  RETURNING comments.id`;

/** The comments of books in Postgres. */
export class PostgresCommentStore implements CommentStore {
  readonly #database: Queryable;
  readonly #scope: Scope;

  constructor(database: Queryable, scope: Scope) {
    this.#database = database;
    this.#scope = scope;
  }

  static open(database: Queryable, caller: Caller): PostgresCommentStore {
    return new PostgresCommentStore(database, scopeOf(caller));
  }

  async insert(itemId: number, { body }: CommentInput): Promise<Comment | undefined> {
    const [comment] = await this.#query<Comment>(INSERT, { itemId, body });
    return comment;
  }

  async list(itemId: number, query: CommentQuery): Promise<FoundComments | undefined> {
    const { limit, offset, sort } = query;
    const select = `
      SELECT * FROM comments AS item
      WHERE book_id = :itemId
      ORDER BY ${orderBy(sort)}
      LIMIT :limit OFFSET :offset`;
    const [items, [counted]] = await Promise.all([
      this.#query<Comment>(select, { itemId, limit, offset }),
      this.#query<{ total: number }>(COUNT, { itemId }),
    ]);
    return counted && { items, total: counted.total };
  }

  async remove(itemId: number, id: number): Promise<boolean> {
    return (await this.#query(DELETE, { itemId, id })).length > 0;
  }

  #query<Row>(sql: string, values: object): Promise<Row[]> {
    return this.#database.query<Row>(sql, { ...values, ...this.#scope });
  }
}

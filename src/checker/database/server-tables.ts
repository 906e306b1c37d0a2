import type { Resource } from '../../catalog/resource.ts';
import { NotRunnable } from '../failure.ts';
import type { ServiceDatabase } from './service-database.ts';

/** A column that leads to the items by a foreign key. */
export interface ItemLink {
  /** Quoted, as it goes into SQL. */
  readonly table: string;
  readonly column: string;
}

/** The tables of a service on a server, looked into behind its back. */
export class ServerTables {
  /** The table of the items; quoted, as it goes into SQL. */
  readonly items: string;
  readonly #database: ServiceDatabase;

  private constructor(database: ServiceDatabase, items: string) {
    this.#database = database;
    this.items = items;
  }

  /**
   * Finds the table that has a column for every field of the resource.
   * @throws NotRunnable where there is none: the contract leaves the names to the service
   */
  static async of(database: ServiceDatabase, { fields }: Resource): Promise<ServerTables> {
    const names = ['id', ...fields.map(({ name }) => name)];
    const [found] = await database.query<{ name: string }>(
      `SELECT quote_ident(table_name) AS name FROM information_schema.columns
       WHERE table_schema = 'public' GROUP BY table_name
       HAVING array_agg(column_name::text) @> $1::text[]`,
      [names],
    );
    if (found !== undefined) return new ServerTables(database, found.name);
    throw new NotRunnable('it looks for a table with a column for each field, and there is none');
  }

  /** What leads to the items from other tables. */
  links(): Promise<ItemLink[]> {
    return this.#database.query<ItemLink>(
      `SELECT conrelid::regclass::text AS table, quote_ident(attname) AS column
       FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
       WHERE contype = 'f' AND confrelid = $1::regclass`,
      [this.items],
    );
  }

  /** How many rows a table has. */
  async count(table: string): Promise<number> {
    const [row] = await this.#database.query<{ rows: number }>(
      `SELECT count(*)::int AS rows FROM ${table}`,
    );
    return row!.rows;
  }

  /** Tries a change of one item and undoes it; null when the database lets it pass. */
  async objectionTo(column: string, value: unknown, id: unknown): Promise<string | null> {
    await this.#database.query('BEGIN');
    try {
      const sql = `UPDATE ${this.items} SET "${column}" = $1 WHERE id = $2`;
      await this.#database.query(sql, [value, id]);
      return null;
    } catch (error) {
      return (error as Error).message;
    } finally {
      await this.#database.query('ROLLBACK');
    }
  }

  /** Whether rows with a certain value in the column can be found without reading them all. */
  async findsByIndex(table: string, column: string): Promise<boolean> {
    // So few rows are here that the planner would read them all, were it not told otherwise.
    await this.#database.query('BEGIN; SET LOCAL enable_seqscan = off');
    const query = `SELECT * FROM ${table} WHERE ${column} = (SELECT ${column} FROM ${table} LIMIT 1)`;
    const plan = await this.#database.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${query}`);
    await this.#database.query('ROLLBACK');
    return plan.some((step) => step['QUERY PLAN'].includes('Index Cond: '));
  }
}

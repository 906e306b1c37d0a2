import { existsSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { Resource } from '../../catalog/resource.ts';
import { NotRunnable } from '../failure.ts';
import type { Settings } from '../service/control.ts';

/** A table with the columns that a check asks about. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
}

type Row = Readonly<Record<string, SQLInputValue>>;

/** How long to wait for a lock of the service, in milliseconds. */
const LOCK_WITHIN_MS = 2_000;

/** The file of a service, looked into behind its back. */
export class DatabaseFile {
  readonly #database: DatabaseSync;

  private constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /**
   * Does something with the file that the settings lead to, and closes it.
   * @throws NotRunnable where there is no such file
   */
  static async within<Result>(
    { DATABASE_PATH: path }: Settings,
    work: (file: DatabaseFile) => Result,
  ): Promise<Awaited<Result>> {
    if (path === undefined || !existsSync(path)) {
      throw new NotRunnable('it looks into the database, and DATABASE_PATH leads to no file');
    }
    const database = new DatabaseSync(path, { timeout: LOCK_WITHIN_MS });
    try {
      return await work(new DatabaseFile(database));
    } finally {
      database.close();
    }
  }

  /** Everything that was ever created in it, as SQL. */
  get schema(): readonly string[] {
    return this.rows('SELECT sql FROM sqlite_schema ORDER BY name').map(({ sql }) => String(sql));
  }

  /**
   * The table that has a column for every field of the resource.
   * @throws NotRunnable where there is none: the contract leaves the names to the service
   */
  itemTable({ fields }: Resource): Table {
    const names = ['id', ...fields.map(({ name }) => name)];
    const found = this.#tables().find(({ columns }) =>
      names.every((name) => columns.includes(name)),
    );
    if (found !== undefined) return found;
    throw new NotRunnable('it looks for a table with a column for each field, and there is none');
  }

  /** Tables other than the item's, with the column that leads there by a foreign key. */
  tablesBelow(item: Table): readonly (Table & { readonly link: string })[] {
    return this.#tables().flatMap((table) => {
      const keys = this.rows(`PRAGMA foreign_key_list(${quoted(table.name)})`);
      const key = keys.find((row) => row['table'] === item.name);
      return key === undefined ? [] : [{ ...table, link: String(key['from']) }];
    });
  }

  rows(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#database.prepare(sql).all(...values) as Row[];
  }

  /** Tries a change and undoes it; what the database says against it, null when it lets it pass. */
  objectionTo(sql: string, ...values: SQLInputValue[]): string | null {
    this.#database.exec('PRAGMA foreign_keys = ON; BEGIN IMMEDIATE');
    try {
      this.#database.prepare(sql).run(...values);
      return null;
    } catch (error) {
      return (error as Error).message;
    } finally {
      this.#database.exec('ROLLBACK');
    }
  }

  /** Whether rows with a certain value in the column are found without reading the whole table. */
  findsByIndex(table: Table, column: string): boolean {
    const query = `SELECT * FROM ${quoted(table.name)} WHERE ${quoted(column)} = ?`;
    const plan = this.rows(`EXPLAIN QUERY PLAN ${query}`, '').map(({ detail }) => String(detail));
    return plan.every((step) => !step.startsWith('SCAN'));
  }

  /** Keeps every other writer waiting until `work` is done. */
  async whileLocked<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      return await work();
    } finally {
      this.#database.exec('COMMIT');
    }
  }

  #tables(): Table[] {
    const names = this.rows(`SELECT name FROM sqlite_schema WHERE type = 'table'`);
    return names.map(({ name }) => {
      const columns = this.rows(`PRAGMA table_info(${quoted(String(name))})`);
      return { name: String(name), columns: columns.map((column) => String(column['name'])) };
    });
  }
}

/** A name as SQL takes it, whatever it is. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

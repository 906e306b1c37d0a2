import { NotRunnable } from '../failure.ts';
import { DatabaseLink } from './link.ts';
import type { BroughtDatabase } from './server.ts';
import { connectTo, type SqlConnection } from './sql.ts';

/** The database of one service: what the service connects to, and what a check does behind it. */
export class ServiceDatabase {
  /** The wire between the two. */
  readonly link: DatabaseLink;
  readonly #database: BroughtDatabase;
  #admin: Promise<SqlConnection> | null = null;

  private constructor(database: BroughtDatabase, link: DatabaseLink) {
    this.#database = database;
    this.link = link;
  }

  /** Lays a wire to a database, which from now on is the service's. */
  static async of(database: BroughtDatabase): Promise<ServiceDatabase> {
    const { hostname, port } = new URL(database.url);
    const link = await DatabaseLink.to({ host: hostname, port: Number(port || 5432) });
    return new ServiceDatabase(database, link);
  }

  /** What the service gets as DATABASE_URL. */
  get url(): string {
    const { host, port } = this.link.address;
    return Object.assign(new URL(this.#database.url), { hostname: host, port }).href;
  }

  /** Asks the database directly, beside the wire. */
  async query<Row>(sql: string, values?: unknown[]): Promise<Row[]> {
    this.#admin ??= connectTo(this.#database.url);
    return (await this.#admin).query<Row>(sql, values);
  }

  /** Locks every table, so that the service's statements wait; answers what unlocks them. */
  async lockTables(): Promise<() => Promise<void>> {
    const rows = await this.query<{ name: string }>(
      `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public'`,
    );
    if (rows.length === 0) throw new NotRunnable('it locks tables, and the database has none');
    const names = rows.map(({ name }) => name).join(', ');
    const holder = await connectTo(this.#database.url);
    await holder.query(`BEGIN; LOCK TABLE ${names}`);
    return () => holder.close();
  }

  /** Wire and data are gone. */
  async remove(): Promise<void> {
    await this.link.close();
    await (await this.#admin)?.close();
    await this.#database.drop();
  }
}

import { randomBytes } from 'node:crypto';
import type { BroughtDatabase, DatabaseServer, Migrate } from './server.ts';
import { connectTo, type SqlConnection } from './sql.ts';

/** A Postgres server on which this run makes databases beside those of others, and drops them. */
export class RealServer implements DatabaseServer {
  readonly whyNoServer = null;
  readonly #url: string;
  readonly #migrate: Migrate;
  readonly #stop: () => Promise<void>;
  readonly #admin: SqlConnection;
  readonly #made = new Set<string>();
  #template: Promise<string> | null = null;

  private constructor(
    url: string,
    migrate: Migrate,
    stop: () => Promise<void>,
    admin: SqlConnection,
  ) {
    this.#url = url;
    this.#migrate = migrate;
    this.#stop = stop;
    this.#admin = admin;
  }

  /**
   * @param url of any database of the server, with a role that may create others
   * @param stop ends a server that was started for the run
   */
  static async at(url: string, migrate: Migrate, stop = async () => {}): Promise<RealServer> {
    return new RealServer(url, migrate, stop, await connectTo(url));
  }

  empty(): Promise<BroughtDatabase> {
    return this.#brought('');
  }

  async migrated(): Promise<BroughtDatabase> {
    this.#template ??= this.#makeTemplate();
    return this.#brought(` TEMPLATE ${await this.#template}`);
  }

  prepareAnew(): void {
    this.#template = null;
  }

  async stop(): Promise<void> {
    for (const name of this.#made) await this.#drop(name);
    await this.#admin.close();
    await this.#stop();
  }

  /** Migrated once and copied since: a copy takes a tenth of the time. */
  async #makeTemplate(): Promise<string> {
    const name = await this.#create('');
    try {
      await this.#migrate(this.#address(name));
      return name;
    } catch (error) {
      this.#template = null;
      throw error;
    }
  }

  async #brought(origin: string): Promise<BroughtDatabase> {
    const name = await this.#create(origin);
    return { url: this.#address(name), drop: () => this.#drop(name) };
  }

  async #create(origin: string): Promise<string> {
    const name = `create_backend_check_${randomBytes(6).toString('hex')}`;
    await this.#admin.query(`CREATE DATABASE ${name}${origin}`);
    this.#made.add(name);
    return name;
  }

  async #drop(name: string): Promise<void> {
    if (!this.#made.delete(name)) return;
    await this.#admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  }

  #address(name: string): string {
    return Object.assign(new URL(this.#url), { pathname: name }).href;
  }
}

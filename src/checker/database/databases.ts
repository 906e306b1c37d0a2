import { randomUUID } from 'node:crypto';
import { NotRunnable } from '../failure.ts';
import {
  findPostgres,
  runSql,
  startPostgres,
  type PostgresServer,
  type Running,
} from './postgres-server.ts';

/** A database of its own. */
export interface FreshDatabase {
  readonly url: string;
  remove(): Promise<void>;
}

/**
 * Postgres databases for the services of one run: beside the one that DATABASE_URL names, else in a
 * temporary server, which starts with the first database that is asked for.
 */
export class Databases {
  readonly #running: Running;
  #server: PostgresServer | null = null;

  constructor(running: Running) {
    this.#running = running;
  }

  /** An empty database that nobody else uses. */
  async create(): Promise<FreshDatabase> {
    const bin = findPostgres(this.#running.env);
    const server = await this.#serverUrl(bin);
    const name = `check_${randomUUID().replaceAll('-', '')}`;
    await runSql(this.#running, bin, server, `CREATE DATABASE ${name}`);
    const drop = `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`;
    return {
      url: withDatabase(server, name),
      remove: async () => void (await runSql(this.#running, bin, server, drop)),
    };
  }

  /** Stops the server, where it is ours. */
  async stop(): Promise<void> {
    await this.#server?.stop();
    this.#server = null;
  }

  async #serverUrl(bin: string | null): Promise<string> {
    const given = this.#running.env['DATABASE_URL'];
    if (given) return given;
    if (bin === null) {
      throw new NotRunnable('no Postgres is installed here, and DATABASE_URL names none');
    }
    this.#server ??= await startPostgres(bin, this.#running);
    return this.#server.url;
  }
}

function withDatabase(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

import { bringServer } from '../database/bring-server.ts';
import type { DatabaseServer } from '../database/server.ts';
import { ServiceDatabase } from '../database/service-database.ts';
import { FileSupply } from './data-files.ts';
import { runMigrate } from './migrate.ts';
import type { Launch, Target } from '../target.ts';
import type { Settings } from './control.ts';

/** First stage whose data are in a file, and first one whose data are in a Postgres. */
const FILE_STAGE = 2;
const POSTGRES_STAGE = 3;

/** The data that one service, or several together, work on. */
export interface ServiceData {
  /** Where they are, in the service's own words. */
  readonly settings: Settings;
  /** Null before the stage that brings a database server. */
  readonly database: ServiceDatabase | null;
  remove(): Promise<void>;
}

/** Data that are nowhere, or none of our business. */
export const noData: ServiceData = { settings: {}, database: null, remove: async () => {} };

/** Fresh data for the services of a run; all of them are gone at its end. */
export class DataSupply {
  readonly #target: Target;
  readonly #signal: AbortSignal;
  readonly #files: FileSupply;
  #server: Promise<DatabaseServer> | null = null;

  constructor(target: Target, signal: AbortSignal) {
    this.#target = target;
    this.#signal = signal;
    this.#files = new FileSupply((settings) => runMigrate(target.launch!, settings, signal));
  }

  /** Empty data, ready for a service. */
  async fresh(): Promise<ServiceData> {
    const { stage, launch } = this.#target;
    if (launch === null || stage < FILE_STAGE) return noData;
    if (stage < POSTGRES_STAGE) return this.#files.migrated();
    return dataIn(await (await this.#bring(launch)).migrated());
  }

  /** A database on which no migration has run; from the stage on that has databases. */
  async unmigrated(): Promise<ServiceData> {
    if (this.#target.stage < POSTGRES_STAGE) return this.#files.empty();
    return dataIn(await (await this.#bring(this.#target.launch!)).empty());
  }

  /** Why the databases are on no real server; null where they are. */
  async whyNoServer(): Promise<string | null> {
    const server = await this.#server;
    return server === null ? 'this service has none' : server.whyNoServer;
  }

  /** What is asked for from now on is migrated once more: the migrations may be others. */
  prepareAnew(): void {
    this.#files.prepareAnew();
    void this.#server?.then((server) => server.prepareAnew());
  }

  async close(): Promise<void> {
    await (await this.#server)?.stop();
    this.#server = null;
    await this.#files.close();
  }

  #bring(launch: Launch): Promise<DatabaseServer> {
    const { project, databaseUrl: given } = this.#target;
    const sources = { given, project, env: launch.env, programs: launch.programs };
    const migrate = (url: string) => runMigrate(launch, { DATABASE_URL: url }, this.#signal);
    this.#server ??= bringServer(sources, migrate, this.#signal);
    return this.#server;
  }
}

async function dataIn(brought: Awaited<ReturnType<DatabaseServer['empty']>>): Promise<ServiceData> {
  const database = await ServiceDatabase.of(brought);
  const settings = { DATABASE_URL: database.url };
  return { settings, database, remove: () => database.remove() };
}

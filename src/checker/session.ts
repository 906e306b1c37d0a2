import type { Resource } from '../catalog/resource.ts';
import { findFreePort, occupyPort } from '../system/free-port.ts';
import { Api } from './api.ts';
import { Failure, NotRunnable } from './failure.ts';
import type { Address } from './http/converse.ts';
import type { Sent } from './http/exchange.ts';
import type { AdminCommand } from './people/admin.ts';
import { Gate } from './people/gate.ts';
import { peopleOf, type People } from './people/people.ts';
import type { Secrets } from './people/secrets.ts';
import type { Launched, ServiceControl, Settings } from './service/control.ts';
import { runCopyCommand } from './service/commands.ts';
import { makeScratch } from './service/data-files.ts';
import { DataSupply, noData, type ServiceData } from './service/data.ts';
import { tryMigrate } from './service/migrate.ts';
import { runTests } from './service/own-tests.ts';
import { copyProject, type ProjectCopy } from './service/project-copy.ts';
import { startService, type Service, type Start } from './service/service.ts';
import type { Items } from './values/items.ts';

/** How to start the service that is to be checked. */
export interface Launch {
  readonly commandLine: readonly string[];
  /** Brings its data up to date; null where there is no command for that. */
  readonly migrate: readonly string[] | null;
  /** Its other commands by name, e.g. `backup`; empty where none is known. */
  readonly commands: Readonly<Record<string, readonly string[]>>;
  readonly cwd: string;
  /** Inherited environment, without settings of the service. */
  readonly env: NodeJS.ProcessEnv;
}

/** A service to put questions to: one that runs already, or one that we start. */
export interface Target {
  readonly resource: Resource;
  /** Number of the stage whose promises it is to keep. */
  readonly stage: number;
  /** Where it runs already; null where we start it. */
  readonly address: Address | null;
  readonly launch: Launch | null;
  /** Folder of its source; null where it is not known. */
  readonly project: string | null;
  /** A database that the person has named, beside which others are made; null where none is. */
  readonly databaseUrl: string | null;
  /** What makes an admin; null where that is not known. */
  readonly adminCommand: AdminCommand | null;
  /** Key of a service that runs already; null where none is known. */
  readonly apiKey: string | null;
}

const HOST = '127.0.0.1';

/** A target under questioning: its processes, begun anew where one has died or is poisoned. */
export class Session {
  readonly target: Target;
  readonly #signal: AbortSignal;
  readonly #supply: DataSupply;
  readonly #gate: Gate;
  #main: Service | null = null;
  #data: ServiceData | null = null;
  #port: number | null = null;
  #others: Service[] = [];
  #otherData: ServiceData[] = [];
  /** By the port of the process that works on them. */
  readonly #dataAt = new Map<number, ServiceData>();
  #releases: (() => Promise<void>)[] = [];

  constructor(target: Target, signal: AbortSignal) {
    this.target = target;
    this.#signal = signal;
    this.#supply = new DataSupply(target, signal);
    this.#gate = new Gate(target, signal);
  }

  /** Where the service is asked. */
  get address(): Address {
    return this.target.address ?? { host: HOST, port: this.#port! };
  }

  /** The process that we started; null where the service is not ours. */
  get main(): Service | null {
    return this.#main;
  }

  /** Starts the service where it is ours to start, on a fresh port. */
  async open(): Promise<Start> {
    if (this.target.address !== null) return { end: 'ready', milliseconds: 0 };
    this.#port = await findFreePort();
    this.#data = await this.#supply.fresh();
    return this.#startMain();
  }

  /** A fresh process in place of one that died, or whose data a check has spoilt. */
  async renew(): Promise<Start> {
    await this.#closeMain();
    return this.open();
  }

  /** Stops every process that we started, and gives back what was brought for them. */
  async close(): Promise<void> {
    await this.#closeMain();
    await this.#supply.close();
  }

  /** Stops what a check started besides, gives its ports back, and mends what it broke. */
  async closeOthers(): Promise<void> {
    await Promise.all(this.#others.splice(0).map((service) => service.kill()));
    await Promise.all(this.#otherData.splice(0).map((data) => data.remove()));
    await Promise.all(this.#releases.splice(0).map((release) => release()));
    await this.#data?.database?.link.mend();
  }

  /** Whether the databases of this run are on a real server. */
  hasRealDatabase(): Promise<boolean> {
    return this.#supply.isReal();
  }

  /** The service as one check speaks to it. */
  api(items: Items, signal: AbortSignal, onRequest: (sent: Sent) => void): Api {
    const { resource } = this.target;
    const { address } = this;
    const credentials = (asking: Api) => this.#gate.credentials(asking, this.#dataOf(asking));
    return new Api({ address, signal, onRequest, resource, items, credentials });
  }

  /** Whether questions are asked with the rights of an admin. */
  get hasAdmin(): boolean {
    return this.#gate.hasAdmin;
  }

  /** Who uses the service, as one check meets them. */
  people(api: Api): People {
    return peopleOf(api, {
      admin: () => this.#gate.admin(api, this.#dataOf(api)),
      secrets: () => this.#secrets(),
      makeAdmin: (email) => this.#gate.makeAdmin(email, this.#dataOf(api).settings),
    });
  }

  /** What a check may do with our processes; NotRunnable for a service that is not ours. */
  control(): ServiceControl {
    if (this.#main === null) {
      throw new NotRunnable('it starts the service itself: give the start command by --start');
    }
    return {
      main: this.#main,
      data: this.#data?.settings ?? {},
      database: this.#data?.database ?? null,
      launch: async (settings, withinMs) =>
        this.#launchOther(await this.#freshData(), settings, withinMs),
      launchBeside: (settings, withinMs) => this.#launchOther(this.#data!, settings, withinMs),
      unmigrated: () => this.#unmigrated(),
      migrate: (settings) => tryMigrate(this.target.launch!, settings, this.#signal),
      test: (settings) => runTests(this.target.launch!, settings, this.#signal),
      run: (command, settings, file) =>
        runCopyCommand(this.target.launch!, command, settings, file, this.#signal),
      copyProject: () => this.#copyProject(),
      scratch: async () => (await this.#newScratch()).folder,
      restart: (signal) => this.#restart(signal),
      occupiedPort: () => this.#occupyPort(),
    };
  }

  async #restart(signal: NodeJS.Signals): Promise<void> {
    await (signal === 'SIGKILL' ? this.#main?.kill() : this.#main?.stop());
    const start = await this.#startMain();
    if (start.end === 'ready') return;
    throw new Failure({ expected: 'the service starts again', got: `it does not: ${start.end}` });
  }

  async #startMain(): Promise<Start> {
    this.#dataAt.set(this.#port!, this.#data!);
    const { service, start } = await this.#launch(this.#port!, this.#data!.settings);
    this.#main = service;
    return start;
  }

  async #closeMain(): Promise<void> {
    await this.closeOthers();
    await this.#main?.stop();
    this.#main = null;
    await this.#data?.remove();
    this.#data = null;
  }

  async #launchOther(
    data: ServiceData,
    settings: Settings,
    withinMs?: number,
    launch = this.target.launch!,
  ): Promise<Launched> {
    const given = Number(settings['PORT']);
    const port = Number.isInteger(given) ? given : await findFreePort();
    this.#dataAt.set(port, dataUnder(settings, data));
    const launched = await this.#launch(port, { ...data.settings, ...settings }, withinMs, launch);
    this.#others.push(launched.service);
    return { ...launched, data: data.settings, database: data.database };
  }

  async #copyProject(): Promise<ProjectCopy> {
    const { folder } = await this.#newScratch();
    const launch = { ...this.target.launch!, cwd: folder };
    return copyProject(this.target.project!, folder, {
      // A copy puts its data where the project does by itself: nothing is known of them here.
      launch: (settings) => this.#launchOther({ ...noData }, settings, undefined, launch),
      migrate: (settings) => tryMigrate(launch, settings, this.#signal),
    });
  }

  async #newScratch() {
    const scratch = await makeScratch();
    this.#releases.push(scratch.remove);
    return scratch;
  }

  async #freshData(): Promise<ServiceData> {
    const data = await this.#supply.fresh();
    this.#otherData.push(data);
    return data;
  }

  async #unmigrated(): Promise<Settings> {
    const data = await this.#supply.unmigrated();
    this.#otherData.push(data);
    return data.settings;
  }

  async #occupyPort(): Promise<number> {
    const { port, release } = await occupyPort();
    this.#releases.push(release);
    return port;
  }

  #launch(
    port: number,
    settings: Settings,
    withinMs?: number,
    { commandLine, cwd, env } = this.target.launch!,
  ): ReturnType<typeof startService> {
    const usual = { HOST, PORT: String(port), APP_ENV: 'test', LOG_LEVEL: 'info' };
    const address = { host: HOST, port };
    const access = this.#gate.settings;
    const options = {
      commandLine,
      cwd,
      env: { ...env, ...usual, ...access, ...settings },
      address,
    };
    return startService(options, this.#signal, withinMs);
  }

  #dataOf({ address }: Api): ServiceData {
    return this.#dataAt.get(address.port) ?? noData;
  }

  #secrets(): Secrets {
    if (this.target.launch !== null) return this.#gate.secrets;
    throw new NotRunnable('it signs tokens itself: give the start command by --start');
  }
}

/** What a process works on: data of its own, where its settings lead elsewhere than those. */
function dataUnder(settings: Settings, data: ServiceData): ServiceData {
  const leadsElsewhere = Object.keys(data.settings).some((name) => Object.hasOwn(settings, name));
  return leadsElsewhere ? { ...data, settings: { ...data.settings, ...settings } } : data;
}

import { findFreePort } from '../system/free-port.ts';
import { Api } from './api.ts';
import { Failure, NotRunnable } from './failure.ts';
import type { Address } from './http/converse.ts';
import type { Sent } from './http/exchange.ts';
import { Gate } from './people/gate.ts';
import { peopleOf, type People } from './people/people.ts';
import type { Secrets } from './people/secrets.ts';
import { runCopyCommand } from './service/commands.ts';
import type { ServiceControl, Settings } from './service/control.ts';
import { DataSupply, noData, type ServiceData } from './service/data.ts';
import { tryMigrate } from './service/migrate.ts';
import { runTests } from './service/own-tests.ts';
import { startService, type Service, type Start } from './service/service.ts';
import { SideProcesses } from './service/side-processes.ts';
import type { Target } from './target.ts';
import type { Items } from './values/items.ts';

const HOST = '127.0.0.1';

/** A target under questioning: its processes, begun anew where one has died or is poisoned. */
export class Session {
  readonly target: Target;
  readonly #signal: AbortSignal;
  readonly #supply: DataSupply;
  readonly #ownsSupply: boolean;
  readonly #gate: Gate;
  readonly #side: SideProcesses;
  #main: Service | null = null;
  #data: ServiceData | null = null;
  #port: number | null = null;
  /** By the port of the process that works on them. */
  readonly #dataAt = new Map<number, ServiceData>();

  /** @param supply data of a series of sessions, which whoever gives it closes */
  constructor(target: Target, signal: AbortSignal, supply?: DataSupply) {
    this.target = target;
    this.#signal = signal;
    this.#supply = supply ?? new DataSupply(target, signal);
    this.#ownsSupply = supply === undefined;
    this.#gate = new Gate(target, signal);
    this.#side = new SideProcesses(target, signal, this.#supply, (...how) => this.#start(...how));
  }

  /** Where the service is asked. */
  get address(): Address {
    return this.target.address ?? { host: HOST, port: this.#port! };
  }

  /** The process that we started; null where the service is not ours. */
  get main(): Service | null {
    return this.#main;
  }

  /** The process of ours that a request went to; the main one where that is not known. */
  processOf(sent: Sent | undefined): Service | null {
    return (sent && this.#side.at(sent.port)) ?? this.#main;
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
    if (this.#ownsSupply) await this.#supply.close();
  }

  /** Stops what a check started besides, gives its ports back, and mends what it broke. */
  async closeOthers(): Promise<void> {
    await this.#side.close();
    await this.#data?.database?.link.mend();
  }

  /** Why the databases of this run are on no real server; null where they are. */
  whyNoServer(): Promise<string | null> {
    return this.#supply.whyNoServer();
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

  /**
   * What a check may do with our processes; NotRunnable for a service that is not ours.
   * @param signal ends what the check has begun: whatever it starts then would belong to nobody
   */
  control(signal: AbortSignal): ServiceControl {
    if (this.#main === null) {
      throw new NotRunnable('it starts the service itself: give the start command by --start');
    }
    const launch = this.target.launch!;
    return {
      main: this.#main,
      data: this.#data?.settings ?? {},
      database: this.#data?.database ?? null,
      launch: (settings, withinMs) => this.#side.launch(signal, settings, withinMs),
      launchBeside: (settings, withinMs) =>
        this.#side.launchOn(signal, this.#data!, settings, withinMs),
      unmigrated: () => this.#side.unmigrated(),
      migrate: (settings) => tryMigrate(launch, settings, this.#signal),
      test: (settings) => runTests(launch, settings, this.#signal),
      run: (command, settings, file) =>
        runCopyCommand(launch, command, settings, file, this.#signal),
      copyProject: () => this.#side.copyProject(signal),
      scratch: async () => (await this.#side.scratch()).folder,
      restart: (how) => this.#restart(how, signal),
      occupiedPort: () => this.#side.occupiedPort(),
    };
  }

  async #restart(how: NodeJS.Signals, signal: AbortSignal): Promise<void> {
    await (how === 'SIGKILL' ? this.#main?.kill() : this.#main?.stop());
    const start = await this.#startMain(signal);
    if (start.end === 'ready') return;
    throw new Failure({ expected: 'the service starts again', got: `it does not: ${start.end}` });
  }

  async #startMain(signal = this.#signal): Promise<Start> {
    const { service, start } = await this.#start(signal, this.#port!, this.#data!);
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

  #start(
    signal: AbortSignal,
    port: number,
    data: ServiceData,
    settings: Settings = {},
    { commandLine, cwd, env, programs } = this.target.launch!,
    withinMs?: number,
  ): ReturnType<typeof startService> {
    this.#dataAt.set(port, data);
    const usual = { HOST, PORT: String(port), APP_ENV: 'test', LOG_LEVEL: 'info' };
    const own = { ...usual, ...this.#gate.settings, ...data.settings, ...settings };
    const address = { host: HOST, port };
    const options = { commandLine, cwd, env: { ...env, ...own }, address, programs };
    return startService(options, signal, withinMs);
  }

  #dataOf({ address }: Api): ServiceData {
    return this.#dataAt.get(address.port) ?? noData;
  }

  #secrets(): Secrets {
    if (this.target.launch !== null) return this.#gate.secrets;
    throw new NotRunnable('it signs tokens itself: give the start command by --start');
  }
}

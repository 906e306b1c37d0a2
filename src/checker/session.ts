import type { Resource } from '../catalog/resource.ts';
import { findFreePort, occupyPort } from '../system/free-port.ts';
import { Api, type Credentials } from './api.ts';
import { Databases } from './database/databases.ts';
import type { Running } from './database/postgres-server.ts';
import { Failure, NotRunnable } from './failure.ts';
import type { Address } from './http/converse.ts';
import type { Sent } from './http/exchange.ts';
import { identify } from './identify.ts';
import type { Launched, ServiceControl, Settings } from './service/control.ts';
import { startService, type Service, type Start } from './service/service.ts';
import { surround, type Surroundings } from './surroundings.ts';
import type { Items } from './values/items.ts';

/** How to run the service that is to be checked. */
export interface Launch {
  readonly commandLine: readonly string[];
  /** Brings the database up to date; null where there is nothing to migrate. */
  readonly migrate: readonly string[] | null;
  /** The other commands of the project by name, such as `backup`; empty where they are not known. */
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
  /** What lets us in where it runs already. */
  readonly credentials: Credentials;
  readonly launch: Launch | null;
  /** Folder of its source; null where it is not known. */
  readonly project: string | null;
}

const HOST = '127.0.0.1';

/** A target under questioning: its processes, begun anew where one has died or is poisoned. */
export class Session {
  readonly target: Target;
  readonly #running: Running;
  readonly #databases: Databases;
  #surroundings: Surroundings | null = null;
  #main: Service | null = null;
  #credentials: Credentials;
  #port: number | null = null;
  #others: Service[] = [];
  #cleanUps: (() => Promise<void>)[] = [];

  constructor(target: Target, running: Running) {
    this.target = target;
    this.#running = running;
    this.#databases = new Databases(running);
    this.#credentials = target.credentials;
  }

  /** Where the service is asked. */
  get address(): Address {
    return this.target.address ?? { host: HOST, port: this.#port! };
  }

  /** The process that we started; null where the service is not ours. */
  get main(): Service | null {
    return this.#main;
  }

  /** Starts the service where it is ours to start, on a fresh port and fresh data. */
  async open(): Promise<Start> {
    if (this.target.address !== null) return { end: 'ready', milliseconds: 0 };
    this.#port = await findFreePort();
    this.#surroundings = await this.#surround();
    const launched = await this.#launch(this.#port, this.#surroundings.settings);
    this.#main = launched.service;
    if (launched.start.end === 'ready') this.#credentials = await launched.identify();
    return launched.start;
  }

  /** A fresh process in place of one that died, or whose data a check has spoilt. */
  async renew(): Promise<Start> {
    await this.#closeMain();
    return this.open();
  }

  /** Stops everything that we started, and leaves none of the data. */
  async close(): Promise<void> {
    await this.closeOthers();
    await this.#closeMain();
    await this.#databases.stop();
  }

  /** Stops the processes that a check started besides, and gives back what they had. */
  async closeOthers(): Promise<void> {
    await Promise.all(this.#others.splice(0).map((service) => service.kill()));
    for (const cleanUp of this.#cleanUps.splice(0)) await cleanUp();
  }

  /** The service as one check speaks to it. */
  api(items: Items, signal: AbortSignal, onRequest: (sent: Sent) => void): Api {
    const { resource } = this.target;
    const { address } = this;
    return new Api({ address, signal, onRequest, resource, items, credentials: this.#credentials });
  }

  /** What a check may do with our processes; NotRunnable for a service that is not ours. */
  control(): ServiceControl {
    if (this.#main === null) {
      throw new NotRunnable('it starts the service itself: give the start command by --start');
    }
    return {
      main: this.#main,
      settings: this.#surroundings!.settings,
      launch: (settings, withinMs) => this.#launchOther(settings, withinMs),
      restart: (signal, meanwhile) => this.#restart(signal, meanwhile),
      command: (name, ...words) => this.#command(name, words),
      occupiedPort: () => this.#occupyPort(),
    };
  }

  async #closeMain(): Promise<void> {
    await this.#main?.stop();
    this.#main = null;
    await this.#surroundings?.remove();
    this.#surroundings = null;
  }

  async #restart(signal: NodeJS.Signals, meanwhile = async () => {}): Promise<void> {
    await (signal === 'SIGKILL' ? this.#main?.kill() : this.#main?.stop());
    await meanwhile();
    const { service, start } = await this.#launch(this.#port!, this.#surroundings!.settings);
    this.#main = service;
    if (start.end === 'ready') return;
    throw new Failure({ expected: 'the service starts again', got: `it does not: ${start.end}` });
  }

  async #launchOther(settings: Settings, withinMs?: number): Promise<Launched> {
    const given = Number(settings['PORT']);
    const port = Number.isInteger(given) ? given : await findFreePort();
    const surroundings = await this.#surround();
    this.#cleanUps.push(() => surroundings.remove());
    const launched = await this.#launch(port, { ...surroundings.settings, ...settings }, withinMs);
    this.#others.push(launched.service);
    return launched;
  }

  async #occupyPort(): Promise<number> {
    const { port, release } = await occupyPort();
    this.#cleanUps.push(release);
    return port;
  }

  /** Fresh data, migrated. */
  async #surround(): Promise<Surroundings> {
    const surroundings = await surround(this.target.stage, this.#databases);
    const { migrate } = this.target.launch!;
    if (migrate !== null) await this.#run(migrate, surroundings.settings, 'migrating');
    return surroundings;
  }

  async #launch(port: number, settings: Settings, withinMs?: number): Promise<Launched> {
    const { commandLine, cwd, env, commands } = this.target.launch!;
    const address = { host: HOST, port };
    const own = { HOST, PORT: String(port), ...settings };
    const options = { commandLine, cwd, env: { ...env, ...own }, address };
    const { signal } = this.#running;
    const started = await startService(options, signal, withinMs);
    const makeAdmin = commands['make-admin'];
    const promote = async (email: string) => {
      if (makeAdmin) await this.#run([...makeAdmin, email], settings, 'making an admin');
    };
    const credentials = () => identify(this.target.stage, settings, address, promote, signal);
    return { ...started, identify: credentials };
  }

  async #command(name: string, words: readonly string[]): Promise<void> {
    const commandLine = this.target.launch!.commands[name];
    if (commandLine === undefined)
      throw new NotRunnable(`it needs the command ${name} of a project`);
    await this.#run([...commandLine, ...words], this.#surroundings!.settings, name);
  }

  async #run(commandLine: readonly string[], settings: Settings, what: string): Promise<void> {
    const { cwd, env } = this.target.launch!;
    const { run, signal } = this.#running;
    const result = await run(commandLine, { cwd, env: { ...env, ...settings }, signal });
    if (result.exitCode === 0) return;
    const said = result.output.trim().split('\n').slice(-3).join(' ');
    throw new Failure({ expected: `${what} (${commandLine.join(' ')}) succeeds`, got: said });
  }
}

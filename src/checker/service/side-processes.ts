import { findFreePort, occupyPort } from '../../system/free-port.ts';
import type { Launch, Target } from '../target.ts';
import type { EmptyDatabase, Launched, Settings } from './control.ts';
import { makeScratch, type Scratch } from './data-files.ts';
import { noData, type DataSupply, type ServiceData } from './data.ts';
import { tryMigrate } from './migrate.ts';
import { copyProject, type CopyRunner, type ProjectCopy } from './project-copy.ts';
import { runCommand } from './run-command.ts';
import type { Service, Start } from './service.ts';

/** Starts a process of the service, and tells which data it works on. */
export type StartProcess = (
  signal: AbortSignal,
  port: number,
  data: ServiceData,
  settings: Settings,
  launch: Launch,
  withinMs?: number,
) => Promise<{ service: Service; start: Start }>;

/** What one check starts, makes and occupies beside the main process; all of it ends with the check. */
export class SideProcesses {
  readonly #target: Target;
  readonly #signal: AbortSignal;
  readonly #supply: DataSupply;
  readonly #start: StartProcess;
  #services: Service[] = [];
  #data: ServiceData[] = [];
  #releases: (() => Promise<void>)[] = [];

  constructor(target: Target, signal: AbortSignal, supply: DataSupply, start: StartProcess) {
    this.#target = target;
    this.#signal = signal;
    this.#supply = supply;
    this.#start = start;
  }

  /** Stops the processes, removes their data, and gives the ports back. */
  async close(): Promise<void> {
    await Promise.all(this.#services.splice(0).map((service) => service.kill()));
    await Promise.all(this.#data.splice(0).map((data) => data.remove()));
    await Promise.all(this.#releases.splice(0).map((release) => release()));
  }

  /** The process that listens on a port; undefined where none does. */
  at(port: number): Service | undefined {
    return this.#services.find(({ address }) => address.port === port);
  }

  /** One more process on empty data of its own. */
  async launch(signal: AbortSignal, settings: Settings, withinMs?: number): Promise<Launched> {
    return this.launchOn(signal, await this.#kept(this.#supply.fresh()), settings, withinMs);
  }

  /** One more process on data that are there. */
  async launchOn(
    signal: AbortSignal,
    data: ServiceData,
    settings: Settings,
    withinMs?: number,
    launch = this.#target.launch!,
  ): Promise<Launched> {
    const given = Number(settings['PORT']);
    const port = Number.isInteger(given) ? given : await findFreePort();
    const launched = await this.#start(
      signal,
      port,
      this.#dataUnder(settings, data),
      settings,
      launch,
      withinMs,
    );
    this.#services.push(launched.service);
    return { ...launched, data: data.settings, database: data.database };
  }

  /** A database on which no migration has run. */
  unmigrated(): Promise<EmptyDatabase> {
    return this.#kept(this.#supply.unmigrated());
  }

  /** A copy of the project in a folder of its own. */
  async copyProject(signal: AbortSignal): Promise<ProjectCopy> {
    const { folder } = await this.scratch();
    const launch = { ...this.#target.launch!, cwd: folder };
    const runner: CopyRunner = {
      // A copy puts its data where the project does by itself: nothing is known of them here.
      launch: (settings) => this.launchOn(signal, { ...noData }, settings, undefined, launch),
      migrate: (settings) => tryMigrate(launch, settings, this.#signal),
      run: (commandLine) =>
        runCommand({ ...launch, name: commandLine[0]!, commandLine }, this.#signal),
    };
    return copyProject(this.#target.project!, folder, runner, signal);
  }

  /** An empty folder. */
  async scratch(): Promise<Scratch> {
    const scratch = await makeScratch();
    this.#releases.push(scratch.remove);
    return scratch;
  }

  /** A port that somebody else listens on. */
  async occupiedPort(): Promise<number> {
    const { port, release } = await occupyPort();
    this.#releases.push(release);
    return port;
  }

  /** What a process works on: where its settings lead elsewhere, the data that they name. */
  #dataUnder(settings: Settings, data: ServiceData): ServiceData {
    const names = Object.keys(data.settings);
    if (!names.some((name) => Object.hasOwn(settings, name))) return data;
    // Known ones are the same to everybody who works on them, and so are the people in them.
    const known = this.#data.find((other) =>
      names.every((name) => other.settings[name] === settings[name]),
    );
    return known ?? { ...data, settings: { ...data.settings, ...settings } };
  }

  async #kept(data: Promise<ServiceData>): Promise<ServiceData> {
    const made = await data;
    this.#data.push(made);
    return made;
  }
}

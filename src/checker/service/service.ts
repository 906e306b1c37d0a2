import { randomUUID } from 'node:crypto';
import { UserError } from '../../errors.ts';
import {
  signalIfThere,
  type ProgramEnd,
  type Programs,
  type RunningProgram,
} from '../../system/process.ts';
import { listenersOf, processesWith } from '../../system/process-table.ts';
import { converse, type Address } from '../http/converse.ts';
import { ServiceLog } from './log.ts';

/** How a service is started. */
export interface StartOptions {
  readonly commandLine: readonly string[];
  readonly cwd: string;
  /** The whole environment, HOST and PORT included. */
  readonly env: NodeJS.ProcessEnv;
  readonly address: Address;
  readonly programs: Programs;
}

/** What came of starting a service. */
export type Start =
  | { readonly end: 'ready'; readonly milliseconds: number }
  | { readonly end: 'ended'; readonly how: ProgramEnd; readonly milliseconds: number }
  /** It runs, and does not answer where it was told to; it listens on these ports instead. */
  | { readonly end: 'silent'; readonly ports: readonly number[] };

/** Time in which a service must answer after its start, in milliseconds (contract, Process). */
export const READY_WITHIN_MS = 10_000;
/** Grace between TERM and KILL, in milliseconds. */
const STOP_WITHIN_MS = 3_000;
const PROBE_EVERY_MS = 20;
const MARK = 'CREATE_BACKEND_CHECK';

/** One process of the service that is checked, with all that it may have forked. */
export class Service {
  readonly address: Address;
  readonly log: ServiceLog;
  readonly #program: RunningProgram;
  /** In the environment of the service and of whatever it forks, wherever that hides. */
  readonly #mark: string;
  #how: ProgramEnd | null = null;

  private constructor(
    options: StartOptions,
    program: RunningProgram,
    log: ServiceLog,
    mark: string,
  ) {
    this.address = options.address;
    this.log = log;
    this.#program = program;
    this.#mark = mark;
    void program.ended.then((how) => (this.#how = how));
  }

  /** Starts the program; whether it answers is for {@link awaitReady} to say. */
  static async launch(options: StartOptions): Promise<Service> {
    const log = new ServiceLog();
    const mark = randomUUID();
    const env = { ...options.env, [MARK]: mark };
    const { commandLine, cwd, programs } = options;
    const program = await programs.launch(commandLine, { cwd, env }, (text) => log.write(text));
    return new Service(options, program, log, `${MARK}=${mark}`);
  }

  /** How it ended; null while it runs. */
  get how(): ProgramEnd | null {
    return this.#how;
  }

  /** Settles when the process ends. */
  get ended(): Promise<ProgramEnd> {
    return this.#program.ended;
  }

  /** Waits until it answers anything at all over HTTP, has ended, or the time is over. */
  async awaitReady(signal: AbortSignal, withinMs = READY_WITHIN_MS): Promise<Start> {
    const since = performance.now();
    const elapsed = () => performance.now() - since;
    while (elapsed() < withinMs) {
      signal.throwIfAborted();
      if (this.#how !== null) return { end: 'ended', how: this.#how, milliseconds: elapsed() };
      if (await this.answers(signal)) return { end: 'ready', milliseconds: elapsed() };
      await new Promise((resolve) => setTimeout(resolve, PROBE_EVERY_MS));
    }
    return { end: 'silent', ports: this.ports() };
  }

  /** Whether anything answers over HTTP where it should. */
  async answers(signal: AbortSignal): Promise<boolean> {
    const request = `GET /health/live HTTP/1.1\r\nHost: ${this.address.host}\r\nConnection: close\r\n\r\n`;
    const speech = { method: 'GET', parts: [Buffer.from(request)], pauseMs: 0, timeoutMs: 1_000 };
    return (await converse(this.address, { ...speech, signal })).end === 'answered';
  }

  /** Ports that its processes listen on. */
  ports(): readonly number[] {
    return [...new Set(listenersOf(processesWith(this.#mark)).map(({ port }) => port))];
  }

  signal(signal: NodeJS.Signals): void {
    this.#program.signalGroup(signal);
  }

  /** Asks it to stop, kills it after the grace, and leaves none of its children. */
  async stop(graceMs = STOP_WITHIN_MS): Promise<ProgramEnd> {
    this.#program.signalGroup('SIGTERM');
    const grace = new Promise((resolve) => setTimeout(resolve, graceMs).unref());
    await Promise.race([this.ended, grace]);
    return this.kill();
  }

  /** Kills it and its children at once. */
  async kill(): Promise<ProgramEnd> {
    this.#program.signalGroup('SIGKILL');
    for (const pid of processesWith(this.#mark)) signalIfThere(pid, 'SIGKILL');
    return this.ended;
  }
}

/** Starts a service and waits for it. */
export async function startService(
  options: StartOptions,
  signal: AbortSignal,
  withinMs?: number,
): Promise<{ service: Service; start: Start }> {
  if (options.commandLine.length === 0) throw new UserError('The start command is empty.');
  signal.throwIfAborted();
  const service = await Service.launch(options);
  try {
    return { service, start: await service.awaitReady(signal, withinMs) };
  } catch (error) {
    await service.kill();
    throw error;
  }
}

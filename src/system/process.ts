import type { Readable } from 'node:stream';
import { Cancelled, UserError } from '../errors.ts';

/** How a program is to be run. */
export interface RunOptions {
  readonly cwd: string;
  /** The whole environment; nothing is inherited beside it. */
  readonly env: NodeJS.ProcessEnv;
  /** Stops the program and its children. */
  readonly signal?: AbortSignal;
  /** Sees every line of standard output and standard error as it comes. */
  readonly onLine?: (line: string) => void;
}

/** How a program ended. */
export interface RunResult {
  /** Null when it was ended by a signal or never started. */
  readonly exitCode: number | null;
  readonly stdout: string;
  /** Standard output and standard error in the order in which they came. */
  readonly output: string;
  /** False when there is no such program. */
  readonly started: boolean;
}

/** Runs a program without a shell. */
export type Run = (commandLine: readonly string[], options: RunOptions) => Promise<RunResult>;

/** A program that goes on running beside us. */
export interface RunningProgram {
  readonly pid: number;
  /** Settles when the program itself has ended; its children may still run. */
  readonly ended: Promise<ProgramEnd>;
  /** Signals the program and all its children; false where none of them is left. */
  signalGroup(signal: NodeJS.Signals): boolean;
}

/** How a program that ran beside us ended: one of the two is null. */
export interface ProgramEnd {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** Starts a program that goes on running; see {@link launch}. */
export type LaunchProgram = (
  commandLine: readonly string[],
  options: Pick<RunOptions, 'cwd' | 'env'>,
  onOutput: (text: string) => void,
) => Promise<RunningProgram>;

/** Where programs run: on this machine as it is, or enclosed. */
export interface Programs {
  readonly run: Run;
  readonly launch: LaunchProgram;
}

/** Grace between asking a program to stop and killing it, in milliseconds. */
const KILL_AFTER_MS = 3_000;
/** Output kept per program, in characters; what comes later is dropped. */
const MAX_OUTPUT = 10_000_000;

/** Groups of processes that would outlive us. */
const running = new Set<number>();
process.once('exit', () => {
  for (const pid of running) signalGroup(pid, 'SIGKILL');
});

/**
 * Runs a program in a process group of its own, so that stopping it stops its children too.
 * @throws Cancelled when `signal` is raised
 */
export const run: Run = async ([program, ...args], { cwd, env, signal, onLine }) => {
  const { execa } = await import('execa');
  signal?.throwIfAborted();
  const subprocess = execa(program!, args, {
    cwd,
    env,
    extendEnv: false,
    reject: false,
    all: true,
    stdin: 'ignore',
    detached: process.platform !== 'win32',
    stripFinalNewline: false,
    maxBuffer: MAX_OUTPUT,
  });
  const stopGroup = () => void stopProcessGroup(subprocess.pid);
  signal?.addEventListener('abort', stopGroup, { once: true });
  if (onLine !== undefined) followLines(subprocess.all, onLine);
  const result = await subprocess;
  signal?.removeEventListener('abort', stopGroup);
  if (signal?.aborted) throw signal.reason instanceof Cancelled ? signal.reason : new Cancelled();
  return {
    exitCode: result.exitCode ?? null,
    stdout: result.stdout,
    output: result.all,
    started: result.code !== 'ENOENT',
  };
};

/**
 * Starts a program in a process group of its own and comes back at once.
 * @param onOutput sees standard output and standard error as they come
 * @throws UserError when there is no such program
 */
export async function launch(
  [program, ...args]: readonly string[],
  { cwd, env }: Pick<RunOptions, 'cwd' | 'env'>,
  onOutput: (text: string) => void,
): Promise<RunningProgram> {
  const { spawn } = await import('node:child_process');
  const child = spawn(program!, args, {
    cwd,
    env,
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', onOutput);
  }
  const ended = new Promise<ProgramEnd>((resolve) => {
    child.once('exit', (exitCode, signal) => resolve({ exitCode, signal }));
  });
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (cause) =>
      reject(new UserError(`"${program}" cannot be started here.`, cause.message, { cause })),
    );
  });
  const pid = child.pid!;
  running.add(pid);
  void ended.then(() => running.delete(pid));
  return { pid, ended, signalGroup: (signal) => signalGroup(pid, signal) };
}

/** Programs that may do all that the person may. */
export const ownPrograms: Programs = { run, launch };

/** Asks a process group to stop, and kills what is left of it after the grace. */
export function stopProcessGroup(pid: number | undefined): void {
  if (pid === undefined || !signalGroup(pid, 'SIGTERM')) return;
  setTimeout(() => signalGroup(pid, 'SIGKILL'), KILL_AFTER_MS).unref();
}

function signalGroup(pid: number, signal: NodeJS.Signals): boolean {
  return signalIfThere(process.platform === 'win32' ? pid : -pid, signal);
}

/**
 * Signals a process unless it has ended by itself; false where it has.
 * @param pid below zero for a group
 */
export function signalIfThere(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}

function followLines(stream: Readable, onLine: (line: string) => void): void {
  let rest = '';
  stream.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split(/\r?\n/);
    rest = lines.pop()!;
    for (const line of lines) onLine(line);
  });
}

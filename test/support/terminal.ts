import { stripVTControlCharacters } from 'node:util';
import { spawn, type IPty } from '@lydell/node-pty';
import { expect, onTestFinished } from 'vitest';
import { bin } from './kit.ts';

/** Keys that are not letters, as a terminal sends them. */
export const keys = {
  enter: '\r',
  up: '\u001b[A',
  down: '\u001b[B',
  left: '\u001b[D',
  escape: '\u001b',
  interrupt: '\u0003',
  endOfFile: '\u0004',
  backspace: '\u007f',
} as const;

interface Place {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly columns?: number;
}

/** The built program in a pseudo-terminal. */
export class Terminal {
  /** Resolves with the exit code. */
  readonly ended: Promise<number>;
  readonly #pty: IPty;
  #raw = '';
  #seen = 0;

  constructor(args: readonly string[], { cwd, env, columns = 100 }: Place) {
    const size = { cols: columns, rows: 40 };
    this.#pty = spawn(process.execPath, [bin, ...args], { cwd, env, ...size });
    this.#pty.onData((data) => (this.#raw += data));
    this.ended = new Promise((resolve) => this.#pty.onExit(({ exitCode }) => resolve(exitCode)));
    onTestFinished(async () => {
      this.stop('SIGKILL');
      await this.ended;
    });
  }

  /** All that was written, without colours and cursor movements. */
  get text(): string {
    return stripVTControlCharacters(this.#raw);
  }

  /** All that was written, as it was. */
  get raw(): string {
    return this.#raw;
  }

  /** The program's id. */
  get pid(): number {
    return this.#pty.pid;
  }

  /** Waits until a text is written that has not been waited for before. */
  async shows(awaited: string): Promise<void> {
    await expect
      .poll(() => this.text.slice(this.#seen), { timeout: 20_000, interval: 10 })
      .toContain(awaited);
    this.#seen = this.text.indexOf(awaited, this.#seen) + awaited.length;
  }

  /** Waits for a question, then types. */
  async answer(question: string, ...typed: readonly string[]): Promise<void> {
    await this.shows(question);
    for (const key of typed) this.type(key);
  }

  type(typed: string): void {
    this.#pty.write(typed);
  }

  /** Sends a signal, where the program still runs. */
  stop(signal: NodeJS.Signals): void {
    try {
      process.kill(this.#pty.pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}

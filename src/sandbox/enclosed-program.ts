import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { enclose, type Mount } from './bubblewrap.ts';
import { enterGroups } from './cgroups/enter-groups.ts';
import { printable } from '../system/printable.ts';
import { leftRunningIn } from './left-running.ts';
import type { ProcessLimits } from './limits.ts';
import { noteRefusals } from './refusals.ts';
import type { SandboxLog } from './sandbox-log.ts';
import { scratchFoldersIn } from './scratch-folders.ts';

/** What programs of a student are enclosed in. */
export interface Enclosure {
  /** What they see beside the folders that their own command names. */
  readonly mounts: readonly Mount[];
  /** Files that take the number of a process which is to share the limits; see `Cgroup.doors`. */
  readonly doors: readonly string[];
  readonly limits: ProcessLimits;
  readonly log: SandboxLog;
}

/** Where a program is started from: nothing of ours is there, because a student can read it. */
const outside = { cwd: '/', env: { PATH: process.env['PATH'] } };

/** Opens a file as descriptor 3, and becomes the program. */
const TELL = 'status=$1; shift; exec "$@" 3> "$status"';

/** A program in a cell of its own, on the network of whoever starts it. */
export class EnclosedProgram {
  readonly commandLine: readonly string[];
  readonly place = outside;
  readonly #enclosure: Enclosure;
  readonly #folder = mkdtempSync(join(tmpdir(), 'create-backend-cell-'));
  readonly #own: readonly string[];
  #written = 0;
  #firstWords = '';

  constructor(
    enclosure: Enclosure,
    commandLine: readonly string[],
    { cwd, env }: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
  ) {
    const { mounts, doors, limits } = enclosure;
    const scratch = scratchFoldersIn([cwd, ...commandLine, ...Object.values(env)]);
    const cell = {
      mounts: [
        ...mounts,
        { kind: 'memory' as const, to: '/dev/shm', bytes: limits.temporary },
        { kind: 'memory' as const, to: '/tmp', bytes: limits.temporary },
        ...scratch.map((path) => ({ kind: 'write' as const, from: path, to: path })),
      ],
      env,
      cwd,
      network: 'shared' as const,
      mayEnclose: false,
      tellsStatus: true,
    };
    const tell = ['sh', '-c', TELL, 'sh', this.#status];
    const limited = [...enterGroups(doors), ...tell, ...limitArguments(limits)];
    this.commandLine = [...limited, ...enclose(cell, commandLine)];
    this.#enclosure = enclosure;
    this.#own = [cwd, '/tmp'];
  }

  /** Notes what the program has written; false when that was too much. */
  hear(text: string): boolean {
    const { limits, log } = this.#enclosure;
    if (this.#written === 0) this.#firstWords = text.slice(0, 200);
    this.#written += text.length;
    noteRefusals(text, this.#own, log);
    if (this.#written <= limits.output) return true;
    const most = limits.output / 1024 ** 2;
    log.note('output', `it wrote more than ${most} MB to its output, and was ended`);
    return false;
  }

  /**
   * To be called before it is ended: notes what it has started to go on without it.
   * @param pid the outer process of the cell
   */
  lookAround(pid: number): void {
    const line = leftRunningIn(pid);
    if (line === null) return;
    const text = `it started a program in the background, which was ended with it: ${printable(line)}`;
    this.#enclosure.log.note('background', text);
  }

  /** To be called when it has ended by itself: where it never began, that is the sandbox's fault. */
  judgeStart(): void {
    const status = existsSync(this.#status) ? readFileSync(this.#status, 'utf8') : '';
    if (!status.includes('"child-pid"')) {
      this.#enclosure.log.fail(`a program could not be enclosed: ${this.#firstWords.trim()}`);
    }
  }

  /** To be called at the end of it all. */
  close(): void {
    rmSync(this.#folder, { recursive: true });
  }

  get #status(): string {
    return join(this.#folder, 'status');
  }
}

function limitArguments({ cpuSeconds, fileSize, openFiles }: ProcessLimits): readonly string[] {
  const limits = [`--cpu=${cpuSeconds}`, `--fsize=${fileSize}`, `--nofile=${openFiles}`];
  return ['prlimit', ...limits, '--core=0', '--'];
}

import { spawn } from 'node:child_process';

/** A command that is timed as a whole process. */
export interface Contender {
  readonly name: string;
  readonly command: readonly string[];
  readonly cwd: string;
  /** Undoes what the command leaves behind; not timed. */
  readonly reset?: () => void;
}

/** What came of one contender. */
export interface Result {
  readonly name: string;
  /** Median wall time in milliseconds. */
  readonly median: number;
  /** Median of the ratios to the first contender, round by round. */
  readonly ratio: number;
}

/**
 * Runs the contenders in turn, A B C A B C …, and compares each with the first, round by round:
 * what slows the machine for a while slows all of them alike.
 */
export async function compare(contenders: readonly Contender[], rounds: number): Promise<Result[]> {
  const times = contenders.map((): number[] => []);
  for (let round = -1; round < rounds; round++) {
    for (const [at, contender] of contenders.entries()) {
      const time = await timeOf(contender);
      // The first round only warms the caches.
      if (round >= 0) times[at]!.push(time);
    }
  }
  return contenders.map(({ name }, at) => ({
    name,
    median: median(times[at]!),
    ratio: median(times[at]!.map((time, round) => time / times[0]![round]!)),
  }));
}

/** The middle of an odd number of values, the upper middle of an even one. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

/** Prints rows as a table that Markdown understands too. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  for (const cells of [head, head.map(() => '---'), ...rows]) {
    console.log(`| ${cells.join(' | ')} |`);
  }
}

async function timeOf({ name, command, cwd, reset }: Contender): Promise<number> {
  const [program, ...args] = command;
  const since = performance.now();
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(program!, args, { cwd, stdio: 'ignore' });
    child.once('error', reject).once('exit', resolve);
  });
  const time = performance.now() - since;
  if (exitCode !== 0) throw new Error(`${name} ended with ${exitCode}`);
  reset?.();
  return time;
}

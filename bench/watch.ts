import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { median, printTable } from './measure.ts';

/**
 * From a save to the verdict of the lesson at hand, in `check --watch`.
 *
 *   npm run build && node bench/watch.ts [saves]
 */
const [saves = '30'] = process.argv.slice(2);
const bin = join(import.meta.dirname, '..', 'bin', 'create-backend.js');

/** A pause to think, in milliseconds. */
const BETWEEN_SAVES_MS = 500;
/** Lessons of two stages, and the files that their learners work on. */
const lessons = [
  ['in-memory', '03-create-and-read', 'src/tasks/routes.ts'],
  ['in-memory', '09-lists-that-grow', 'src/http/parameters.ts'],
  ['sqlite', '02-speaking-sql', 'src/tasks/sqlite-store.ts'],
  ['sqlite', '04-two-tables', 'src/tasks/sqlite-store.ts'],
] as const;

const rows: string[][] = [];
for (const [stage, lesson, file] of lessons) {
  const times = (await measure(stage, lesson, file)).toSorted((a, b) => a - b);
  const tenth = times[Math.floor(times.length * 0.9)]!;
  rows.push([stage, lesson, seconds(median(times)), seconds(tenth)]);
}
printTable(['stage', 'lesson', 'median s', '9 of 10 within s'], rows);

function seconds(time: number): string {
  return (time / 1000).toFixed(2);
}

/** Milliseconds from each save to its verdict. */
async function measure(stage: string, lesson: string, file: string): Promise<number[]> {
  const folder = mkdtempSync(join(tmpdir(), 'create-backend-bench-'));
  const project = join(folder, 'made');
  try {
    kit(folder, 'made', '--stage', stage, '--learn', '--yes', '--no-test');
    while (!kit(project, 'status', '--json').includes(`"current": "${lesson}"`)) {
      kit(project, 'next', '--anyway');
    }
    return await watchSaves(project, join(project, file));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function watchSaves(project: string, path: string): Promise<number[]> {
  const watch = spawn(process.execPath, [bin, 'check', '--watch'], { cwd: project });
  await nextVerdict(watch.stdout);
  const times: number[] = [];
  for (let save = -1; save < Number(saves); save++) {
    // What is still asked of earlier lessons ends with the save, as it does for a person.
    await setTimeout(BETWEEN_SAVES_MS);
    const verdict = nextVerdict(watch.stdout);
    const since = performance.now();
    appendFileSync(path, '\n');
    await verdict;
    // The first save only warms the caches.
    if (save >= 0) times.push(performance.now() - since);
  }
  watch.kill('SIGTERM');
  await once(watch, 'exit');
  return times;
}

async function nextVerdict(output: Readable): Promise<void> {
  for (;;) {
    const [text] = (await once(output, 'data')) as [Buffer];
    if (/\d (?:passed|failed).* in \d/.test(String(text))) return;
  }
}

function kit(cwd: string, ...args: string[]): string {
  const stdio = ['ignore', 'pipe', 'ignore'] as const;
  return String(execFileSync(process.execPath, [bin, ...args], { cwd, stdio: [...stdio] }));
}

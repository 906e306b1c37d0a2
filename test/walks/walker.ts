import { expect } from 'vitest';
import type { Lesson } from '../../src/lessons/lesson.ts';
import type { Learner } from '../support/learner.ts';

/** A check as `--json` reports it, as far as it is looked at here. */
interface Checked {
  readonly id: string;
  readonly lesson: string | null;
  readonly state: 'pass' | 'fail' | 'not-run' | 'kit-fault';
  readonly expected?: string;
}

/** What the checks said to a project. */
export interface Verdict {
  readonly failing: readonly Checked[];
  readonly passed: number;
}

/** Seconds for a check: a walk may share its machine. */
const PATIENCE_S = '60';
/** How often a check is asked that should be green: what depends on time alone passes once. */
const MOST_TRIES = 4;
/** Without it, no other check is asked. */
const START = 'starts-on-its-port';

/**
 * Asks the checks of a lesson, or of all that a learner has come to.
 * @param mayFail the lesson of which something is expected to be red
 */
export async function check(
  learner: Learner,
  mayFail: string | null,
  ...lesson: string[]
): Promise<Verdict> {
  const { failing, passed } = await askStarted(learner, ...lesson);
  const others = failing.filter((one) => one.lesson !== mayFail);
  const still = await askAgain(learner, others);
  const own = failing.filter((one) => one.lesson === mayFail);
  return { failing: [...own, ...still], passed: passed + others.length - still.length };
}

/** The same, where all is to be well. */
export async function checkWell(learner: Learner, ...lesson: string[]): Promise<Verdict> {
  const verdict = await check(learner, null, ...lesson);
  expect(verdict.failing).toEqual([]);
  return verdict;
}

/** Asks once more where the service did not start in time, since nothing else was asked then. */
async function askStarted(learner: Learner, ...lesson: string[]): Promise<Verdict> {
  for (let tries = 1; ; tries++) {
    const verdict = await ask(learner, ...lesson);
    const hasStarted = verdict.failing.every(({ id }) => id !== START);
    if (hasStarted || tries === MOST_TRIES) return verdict;
  }
}

/** Asks single checks once more, alone; returns those that fail all the same. */
async function askAgain(learner: Learner, failing: readonly Checked[]): Promise<Checked[]> {
  let left = [...failing];
  for (let tries = 1; left.length > 0 && tries < MOST_TRIES; tries++) {
    const verdicts = [];
    for (const one of left) verdicts.push(await ask(learner, nameOf(one)));
    left = verdicts.flatMap((verdict) => verdict.failing);
  }
  return left;
}

/** By which it can be asked alone; the start is asked with its lesson. */
function nameOf({ id }: Checked): string {
  return id === START ? '00-start-here' : id;
}

/** Asks once, whatever comes of it. */
export async function ask(learner: Learner, ...name: string[]): Promise<Verdict> {
  const asked = ['check', ...name, '--json', '--seed', '1', '--timeout', PATIENCE_S];
  const { exitCode, stdout, stderr } = await learner.type(...asked);
  const verdict = verdictIn(stdout, stderr);
  expect(exitCode).toBe(verdict.failing.length === 0 ? 0 : 1);
  return verdict;
}

/** Reads a lesson, and opens its hints one after the other. */
export async function readLesson(learner: Learner, { id, hints }: Lesson): Promise<void> {
  expect(await typeWell(learner, 'lesson')).toMatch(new RegExp(`^${id}: `));
  for (let rung = 1; rung <= hints.length; rung++) {
    expect(await typeWell(learner, 'hint')).toContain(`(${rung} of ${hints.length}), ${id}`);
  }
}

/** Goes on from a lesson that is done; the given one is at hand then, or none. */
export async function goOn(learner: Learner, done: string, next: string | null): Promise<void> {
  for (let tries = 1; ; tries++) {
    const { stdout, stderr } = await learner.type('next', '--json');
    const { failing } = verdictIn(stdout, stderr);
    expect(await askAgain(learner, failing)).toEqual([]);
    if (failing.length > 0 && tries < MOST_TRIES) continue;
    expect(JSON.parse(stdout)).toMatchObject({ lesson: done, isDone: true, next });
    return;
  }
}

/** Runs the kit, and expects it to be content. */
export async function typeWell(learner: Learner, ...args: string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await learner.type(...args);
  expect(exitCode, stdout + stderr).toBe(0);
  return stdout;
}

function verdictIn(stdout: string, stderr: string): Verdict {
  expect(stdout, stderr).toMatch(/^\{/);
  const { checks = [] } = JSON.parse(stdout) as { checks?: Checked[] };
  return {
    failing: checks.filter(({ state }) => state === 'fail' || state === 'kit-fault'),
    passed: checks.filter(({ state }) => state === 'pass').length,
  };
}

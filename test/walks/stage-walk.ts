import { expect } from 'vitest';
import { stages, type Stage } from '../../src/catalog/stages.ts';
import type { Lesson } from '../../src/lessons/lesson.ts';
import { loadStageLessons } from '../../src/lessons/load-lessons.ts';
import type { Learner } from '../support/learner.ts';
import type { Answer, Change } from '../support/answers.ts';
import { ask, check, checkWell, goOn, readLesson, typeWell } from './walker.ts';

/** What was seen on the way: a name, and how many checks were red before, and green after. */
export interface Step {
  readonly stage: Stage;
  readonly what: string;
  readonly red: number;
  readonly green: number;
}

/** How somebody does what a lesson asks for. */
export type DoLesson = (learner: Learner, lesson: Lesson) => Promise<void>;

/** Takes all lessons of a stage, in order, each from red to green. */
export async function* takeLessons(
  learner: Learner,
  stage: Stage,
  doLesson: DoLesson,
): AsyncGenerator<Step> {
  const { lessons } = loadStageLessons(stage);
  for (const [at, lesson] of lessons.entries()) {
    await readLesson(learner, lesson);
    const { failing } = await check(learner, lesson.id);
    const asked = lesson.kind === 'reading' ? [] : [lesson.id];
    expect([...new Set(failing.map((one) => one.lesson))], JSON.stringify(failing)).toEqual(asked);
    await doLesson(learner, lesson);
    const { passed } = asked.length > 0 ? await checkWell(learner, lesson.id) : { passed: 0 };
    await goOn(learner, lesson.id, lessons[at + 1]?.id ?? null);
    yield { stage, what: lesson.id, red: failing.length, green: passed };
  }
}

/** Receives the letter of a stage, does what it wants, and commits that. */
export async function answerLetter(learner: Learner, stage: Stage, answer: Answer): Promise<Step> {
  const letter = await typeWell(learner, 'mail', '--seed', String(answer.seed));
  expect(letter).toContain(answer.field);
  const { failing } = await ask(learner);
  expect(failing.length).toBeGreaterThan(0);
  changeByHand(learner, answer);
  const { passed } = await checkWell(learner);
  learner.git('add', '--all');
  learner.git('commit', '--quiet', '-m', `Answer the letter about ${answer.field}`);
  return { stage, what: `letter: ${answer.field}`, red: failing.length, green: passed };
}

/** Makes a change; what is to be replaced must be there. */
export function changeByHand(learner: Learner, { edits, files = {} }: Change): void {
  for (const [path, changes] of Object.entries(edits)) {
    for (const [text, by] of changes) {
      expect(learner.read(path)).toContain(text);
      learner.write(
        path,
        learner.read(path).replaceAll(text, () => by),
      );
    }
  }
  for (const [path, text] of Object.entries(files)) learner.write(path, text);
}

/** Goes on to the next stage, which must come to an end by itself, with nothing broken. */
export async function crossBorder(learner: Learner, stage: Stage): Promise<void> {
  const next = stages[stage.number]!;
  const said = await typeWell(learner, 'next', '--yes', '--json');
  const { moved, conflicts, steps } = JSON.parse(said);
  expect({ moved, conflicts }).toEqual({ moved: true, conflicts: [] });
  expect(steps.map(({ step, ok }: { step: string; ok: boolean }) => [step, ok])).toEqual([
    ['install', true],
    ['test', true],
    ['check', true],
  ]);
  const [first] = loadStageLessons(next).lessons;
  expect(await learner.status()).toMatchObject({ stage: next.id, current: first!.id });
  expect(learner.git('status', '--porcelain')).toBe('');
}

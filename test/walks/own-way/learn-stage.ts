import { expect } from 'vitest';
import type { Stage } from '../../../src/catalog/stages.ts';
import { loadStageLessons } from '../../../src/lessons/load-lessons.ts';
import type { Change } from '../../support/answers.ts';
import type { Learner } from '../../support/learner.ts';
import { asTheKit } from '../as-the-kit.ts';
import { changeByHand, type Step } from '../stage-walk.ts';
import { ask, checkWell, typeWell } from '../walker.ts';
import { commitAll } from './changes.ts';
import type { OwnWork } from './own-work.ts';

/** Takes all lessons of a stage; returns what was seen of those that are solved in another hand. */
export async function learnStage(
  learner: Learner,
  stage: Stage,
  { solutions }: OwnWork,
): Promise<Step[]> {
  const steps: Step[] = [];
  for (const lesson of loadStageLessons(stage).lessons) {
    const change = solutions[lesson.id];
    if (change !== undefined) steps.push(await solve(learner, stage, lesson.id, change));
    else await asTheKit(learner, lesson);
    await goOn(learner, lesson.id);
  }
  return steps;
}

async function solve(
  learner: Learner,
  stage: Stage,
  lesson: string,
  change: Change,
): Promise<Step> {
  const { failing } = await ask(learner, lesson);
  expect(failing.map((check) => check.lesson)).toContain(lesson);
  changeByHand(learner, change);
  const { passed } = await checkWell(learner, lesson);
  return { stage, what: lesson, red: failing.length, green: passed };
}

/** A lesson is done when its own checks are green; all others are asked at the end of the stage. */
async function goOn(learner: Learner, lesson: string): Promise<void> {
  await typeWell(learner, 'next', '--anyway');
  expect(learner.progress().done).toHaveProperty(lesson);
  commitAll(learner, `Do ${lesson} in my way`);
}

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stages, type Stage } from '../../src/catalog/stages.ts';
import { Learner } from '../support/learner.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { environmentWithNode } from '../support/toolchain.ts';
import { makeItTheirs } from './own-way/changes.ts';
import { learnStage } from './own-way/learn-stage.ts';
import { expectKept, expectNothingLost } from './own-way/nothing-lost.ts';
import { way } from './own-way/way.ts';
import { answerLetter, type Step } from './stage-walk.ts';
import { ownWay, transcriptOf } from './transcript.ts';

const HOURS_MS = 3_600_000;
const TRANSCRIPT = '../../docs/walk-own-way.md';

test(
  'the way of somebody with a hand of their own, who loses nothing on it',
  { timeout: 4 * HOURS_MS },
  async () => {
    const root = temporaryFolder();
    const cwd = join(root, 'work');
    mkdirSync(cwd);
    const learner = await Learner.start(['--learn'], { cwd, env: environmentWithNode(root) });
    makeItTheirs(learner);
    const steps: Step[] = [];
    for (const stage of stages) steps.push(...(await takeStage(learner, stage)));
    const told = way.map((part) => part.told);
    await expect(await transcriptOf(ownWay, steps, told)).toMatchFileSnapshot(TRANSCRIPT);
  },
);

async function takeStage(learner: Learner, stage: Stage): Promise<Step[]> {
  const at = stage.number - 1;
  const { work, meddle, cross } = way[at]!;
  expect(await learner.status()).toMatchObject({ stage: stage.id });
  const lessons = await learnStage(learner, stage, work);
  meddle?.(learner);
  const letter = await answerLetter(learner, stage, work.answer);
  const done = way.slice(0, stage.number).map((part) => part.work);
  expectNothingLost(learner, done);
  await cross?.(learner, stage);
  expectNothingLost(learner, done);
  if (cross !== undefined) expectKept(learner, work, stages[stage.number]!);
  return [...lessons, letter];
}

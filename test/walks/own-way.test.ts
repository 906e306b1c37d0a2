import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stages, type Stage } from '../../src/catalog/stages.ts';
import type { Lesson } from '../../src/lessons/lesson.ts';
import { loadStageLessons } from '../../src/lessons/load-lessons.ts';
import { Learner } from '../support/learner.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { environmentWithNode } from '../support/toolchain.ts';
import { ownAnswers } from './own-answers.ts';
import * as own from './own-hand.ts';
import { ownSolutions } from './own-solutions.ts';
import { answerLetter, changeByHand, crossBorder } from './stage-walk.ts';
import { ask, checkWell, typeWell } from './walker.ts';
import { practise } from './work-of-practice.ts';

const HOURS_MS = 3_600_000;

test(
  'the way of somebody with a hand of their own, who loses nothing on it',
  { timeout: 4 * HOURS_MS },
  async () => {
    const root = temporaryFolder();
    const cwd = join(root, 'work');
    mkdirSync(cwd);
    const learner = await Learner.start(['--learn'], { cwd, env: environmentWithNode(root) });
    own.makeItTheirs(learner);
    const [inMemory, sqlite, postgres, auth, docker] = stages;

    await learnStage(learner, inMemory!);
    own.quarrelWithTheStage(learner);
    await own.crossWithConflicts(learner);
    own.expectNothingLost(learner);

    await learnStage(learner, sqlite!);
    await crossBorder(learner, sqlite!);
    own.expectNothingLost(learner);

    await learnStage(learner, postgres!);
    const before = learner.git('rev-parse', 'HEAD^{tree}');
    await crossBorder(learner, postgres!);
    const after = learner.git('rev-parse', 'HEAD^{tree}');
    await typeWell(learner, 'back');
    expect(learner.git('rev-parse', 'HEAD^{tree}')).toBe(before);
    await crossBorder(learner, postgres!);
    expect(learner.git('rev-parse', 'HEAD^{tree}')).toBe(after);
    own.expectNothingLost(learner);

    await learnStage(learner, auth!, own.takeAnotherForm);
    await own.crossAndMendByHand(learner);
    own.expectNothingLost(learner);

    await learnStage(learner, docker!);
    own.expectNothingLost(learner);
  },
);

/** All lessons of a stage, those with a solution of their own from red to green, and its letter. */
async function learnStage(
  learner: Learner,
  stage: Stage,
  beforeTheLetter: (learner: Learner) => void = () => {},
): Promise<void> {
  for (const lesson of loadStageLessons(stage).lessons) await learn(learner, lesson);
  beforeTheLetter(learner);
  await answerLetter(learner, stage, ownAnswers[stage.number - 1]!);
}

async function learn(learner: Learner, { id, kind, stage }: Lesson): Promise<void> {
  const change = ownSolutions[id];
  if (change !== undefined) {
    expect((await ask(learner, id)).failing.length).toBeGreaterThan(0);
    changeByHand(learner, change);
  } else if (kind === 'code') await typeWell(learner, 'solution', '--apply');
  else if (kind === 'practice') await practise(learner, stage, id);
  await checkWell(learner, id);
  // Its own checks are green, so it is done; what came before is asked at the end of the stage.
  await typeWell(learner, 'next', '--anyway');
  expect(learner.progress().done).toHaveProperty(id);
  learner.git('add', '--all');
  learner.git('commit', '--quiet', '--allow-empty', '-m', `Do ${id} in my way`);
}

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stages } from '../../src/catalog/stages.ts';
import { Learner } from '../support/learner.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { environmentWithNode } from '../support/toolchain.ts';
import { answers } from '../support/answers.ts';
import { asTheKit } from './as-the-kit.ts';
import { answerLetter, crossBorder, takeLessons, type Step } from './stage-walk.ts';
import { kitsWay, transcriptOf } from './transcript.ts';

const HOURS_MS = 3_600_000;
const TRANSCRIPT = '../../docs/walk.md';

test(
  'from an empty folder through all lessons, letters and borders, as the kit does it',
  { timeout: 4 * HOURS_MS },
  async () => {
    const root = temporaryFolder();
    const cwd = join(root, 'work');
    mkdirSync(cwd);
    const learner = await Learner.start(['--learn'], { cwd, env: environmentWithNode(root) });
    const steps: Step[] = [];
    for (const [at, stage] of stages.entries()) {
      for await (const step of takeLessons(learner, stage, asTheKit)) steps.push(step);
      steps.push(await answerLetter(learner, stage, answers[at]!));
      if (stage !== stages.at(-1)) await crossBorder(learner, stage);
    }
    const { stages: map } = await learner.status();
    const standings = map.flatMap(({ lessons }: Mark) => lessons.map(({ standing }) => standing));
    expect(new Set(standings)).toEqual(new Set(['done']));
    await expect(await transcriptOf(kitsWay, steps)).toMatchFileSnapshot(TRANSCRIPT);
  },
);

interface Mark {
  readonly lessons: readonly { readonly standing: string }[];
}

import { expect, test } from 'vitest';
import { stages, type Stage } from '../../../src/catalog/stages.ts';
import { lessonsOf, regionsUpTo } from '../../../src/lessons/verify/regions.ts';
import { disturbedWork } from '../../../src/lessons/verify/steady-regions.ts';
import { loadTemplates } from '../../../src/scaffold/template-set.ts';
import { plan } from '../../support/plan.ts';

const regions = regionsUpTo('typescript', stages.at(-1)!);

function lessonsWithRegions(stage: Stage): string[] {
  return lessonsOf(stage).filter((id) => regions.some(({ lesson }) => lesson === id));
}

test.each(stages)('the stage $id changes what learners wrote only where it says so', (stage) => {
  const { rewrites } = loadTemplates('typescript', stage).at(-1)!.notes;
  const disturbed = disturbedWork(plan({ stage }), lessonsWithRegions);
  expect(new Set(disturbed.map(({ lesson }) => lesson))).toEqual(new Set(Object.keys(rewrites)));
});

test('a change is told by its file and its first line', () => {
  const stage = stages.find(({ id }) => id === 'postgres')!;
  expect(disturbedWork(plan({ stage }), lessonsWithRegions)).toContainEqual({
    lesson: '09-backups',
    path: 'src/commands/backup.ts',
    line: "import { backup } from 'node:sqlite';",
  });
});

import { expect, test } from 'vitest';
import { stages } from '../../../src/catalog/stages.ts';
import { loadStageLessons } from '../../../src/lessons/load-lessons.ts';
import { isCurriculumKept } from '../../../src/lessons/verify/curriculum-page.ts';
import { coverageOf } from '../../../src/lessons/verify/ideas.ts';

test.each(stages)('every idea of the stage $id has a lesson', (stage) => {
  const ideas = coverageOf(stage, loadStageLessons(stage).lessons);
  expect(ideas.length).toBeGreaterThan(5);
  expect(ideas.flatMap(({ missing }) => missing)).toEqual([]);
});

test('a concept that no lesson teaches is missing from its idea', () => {
  const stage = stages[0]!;
  const { lessons } = loadStageLessons(stage);
  const others = lessons.filter(({ id }) => id !== '06-debugging');
  const missing = coverageOf(stage, others).flatMap((idea) => idea.missing);
  expect(missing).toContain('debugger');
});

test('docs/curriculum.md says what the lessons teach', async () => {
  expect(await isCurriculumKept()).toBe(true);
});

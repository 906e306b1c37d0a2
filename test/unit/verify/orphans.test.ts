import { describe, expect, test } from 'vitest';
import { findStage, stages } from '../../../src/catalog/stages.ts';
import type { PlacedCheck } from '../../../src/checker/check.ts';
import { loadChecks } from '../../../src/lessons/check-index.ts';
import { loadMistakes, type Mistake } from '../../../src/lessons/mistakes.ts';
import { lostMessages } from '../../../src/lessons/verify/golden-messages.ts';
import { folderRemarks, orphanRemarks } from '../../../src/lessons/verify/orphans.ts';

const stage = findStage('sqlite')!;
const lesson = '05-indexes';
const check = (id: string) => ({ id, lesson, from: 2 }) as PlacedCheck;
const mistake = (id: string, more: Partial<Mistake> = {}): Mistake => ({
  id,
  stage: '2-sqlite',
  lesson,
  check: 'asked',
  story: 'Something went wrong.',
  edits: { typescript: [] },
  ...more,
});

function remarks(checks: readonly PlacedCheck[], ...mistakes: Mistake[]): string[] {
  return orphanRemarks({ stage, checks, mistakes });
}

describe('nothing is an orphan', () => {
  test.each(stages)('at the stage $id', async (each) => {
    const sayings = {
      stage: each,
      checks: await loadChecks(each.number),
      mistakes: loadMistakes(),
    };
    expect(orphanRemarks(sayings)).toEqual([]);
    expect(folderRemarks(sayings)).toEqual([]);
    expect(await lostMessages(each)).toEqual([]);
  });
});

describe('a remark is made on', () => {
  test('a check that catches nothing', () => {
    expect(remarks([check('asked'), check('idle')], mistake('a'))).toEqual([
      'idle catches no mistake',
    ]);
  });

  test('a mistake that names no check of its stage', () => {
    expect(remarks([], mistake('a'))).toEqual(['a names asked, which is not asked at this stage']);
  });

  test('a name that is given twice, be it to a check and a mistake', () => {
    expect(remarks([check('asked')], mistake('a'), mistake('a'), mistake('asked'))).toEqual([
      'a names two things',
      'asked names two things',
    ]);
  });

  test('a mistake for a stack, a field or a time that does not exist', () => {
    const odd = mistake('odd', { edits: { typescritp: [] }, needs: ['colour'], until: 'sqlite' });
    expect(remarks([check('asked')], odd)).toEqual([
      'odd says "typescritp", which is no stack and no key',
      'odd needs "colour", which is no kind of field',
      'odd fits no stage: it ends before it begins',
    ]);
  });

  test('folders and lessons that disagree', () => {
    const gone = { ...check('asked'), lesson: '99-gone' };
    const checks = [gone, ...['01-it-forgets', lesson].map((name) => ({ ...gone, lesson: name }))];
    const said = folderRemarks({ stage, checks, mistakes: [mistake('a', { lesson: '98-lost' })] });
    expect(said).toEqual(
      expect.arrayContaining([
        '02-speaking-sql is not asked',
        '99-gone has no folder',
        '98-lost has no checks',
      ]),
    );
    expect(said.join()).not.toContain(lesson);
  });
});

import { describe, expect, test } from 'vitest';
import { findStage } from '../../../src/catalog/stages.ts';
import type { PlacedCheck } from '../../../src/checker/check.ts';
import type { Mistake } from '../../../src/lessons/mistakes.ts';
import { replaceTable } from '../../../src/lessons/verify/keep-table.ts';
import type { Verdict } from '../../../src/lessons/verify/proof.ts';
import {
  readTable,
  rowsOf,
  tableText,
  type TableRow,
} from '../../../src/lessons/verify/verification-table.ts';

const row = (stage: string, lesson: string, caught: number): TableRow => ({
  stage,
  lesson,
  checks: 2,
  mistakes: 3,
  caught,
  seconds: 10,
});

const check = (id: string, lesson: string | null, from: number) => ({ id, lesson, from });
const checks = [
  check('old', '00-start-here', 1),
  check('a', '01-it-forgets', 2),
  check('b', '01-it-forgets', 2),
  check('c', null, 2),
] as PlacedCheck[];

const verdict = (lesson: string | null, state: Verdict['state']): Verdict => ({
  id: 'some',
  mistake: { lesson } as Mistake,
  state,
  remark: '',
  message: null,
  milliseconds: 1_600,
});

describe('the rows of a stage', () => {
  test('count what the stage introduces, by lesson, the conformance set last', () => {
    const verdicts = [
      verdict('01-it-forgets', 'well'),
      verdict('01-it-forgets', 'unfit'),
      verdict(null, 'wrong'),
      { ...verdict(null, 'well'), mistake: null },
    ];
    expect(rowsOf(findStage('sqlite')!, checks, verdicts)).toEqual([
      { stage: 'sqlite', lesson: '01-it-forgets', checks: 2, mistakes: 2, caught: 1, seconds: 3 },
      { stage: 'sqlite', lesson: 'conformance', checks: 1, mistakes: 1, caught: 0, seconds: 2 },
    ]);
  });
});

describe('the table', () => {
  const rows = [row('in-memory', '01-raw-http', 3), row('sqlite', '01-it-forgets', 2)];

  test('is aligned, and ends with the sum', () => {
    expect(tableText(rows).split('\n')).toEqual([
      '| stage     | lesson        | checks | mistakes | caught | seconds |',
      '| --------- | ------------- | ------ | -------- | ------ | ------- |',
      '| in-memory | 01-raw-http   | 2      | 3        | 3      | 10      |',
      '| sqlite    | 01-it-forgets | 2      | 3        | 2      | 10      |',
      '|           | **sum**       | **4**  | **6**    | **5**  | **20**  |',
    ]);
  });

  test('is read as it was written, without the sum', () => {
    expect(readTable(tableText(rows))).toEqual(rows);
  });
});

describe('the document', () => {
  const begin = '<!-- What follows is written by `create-backend dev verify`. -->';
  const end = '<!-- What precedes was written by `create-backend dev verify`. -->';
  const document = (rows: readonly TableRow[]) =>
    `# By hand\n\n${begin}\n\n${tableText(rows)}\n\n${end}\n\nBy hand, too.\n`;

  test('gets the new rows of a stage in its place; other stages and what is by hand stay', () => {
    const [first, second, third] = [
      row('in-memory', '01-raw-http', 3),
      row('sqlite', '01-it-forgets', 3),
      row('auth', '01-passwords', 3),
    ];
    const old = document([first, row('sqlite', '99-gone', 1), third]);
    expect(replaceTable(old, [second])).toBe(document([first, second, third]));
  });

  test('is refused without its marks', () => {
    expect(() => replaceTable('# By hand', [])).toThrow('has lost its marks');
    expect(() => replaceTable(`${end}\n\n${begin}`, [])).toThrow('has lost its marks');
  });
});

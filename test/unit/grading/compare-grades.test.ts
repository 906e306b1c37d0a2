import { describe, expect, test } from 'vitest';
import { compareGrades } from '../../../src/classroom/grading/compare-grades.ts';
import type { CheckGrade, Grade } from '../../../src/classroom/grades.ts';

const check = (id: string, state: CheckGrade['state']): CheckGrade => ({
  id,
  title: id,
  state,
  role: 'earns',
  lost: state === 'pass' ? 0 : 5,
  tried: null,
  expected: null,
  got: null,
  likely: null,
  reason: null,
  log: [],
});

const grade = (
  total: number,
  checks: readonly CheckGrade[],
  changes: Partial<Grade> = {},
): Grade => ({
  schema: 1,
  assignment: 'first',
  work: 'ada',
  students: ['ada'],
  state: 'graded',
  reason: null,
  resource: 'tasks',
  points: {
    possible: 10,
    earned: total,
    late: 0,
    lateness: null,
    adjusted: 0,
    adjustments: [],
    total,
  },
  lessons: [{ id: 'one', title: 'One', why: '', possible: 10, earned: total, checks }],
  incidents: [],
  notes: [],
  submission: { name: 'ada', hash: 'abc', time: 0, commit: null },
  seed: 1,
  kit: '0.1.0',
  sandbox: 'bubblewrap',
  gradedAt: 0,
  ...changes,
});

describe('two grades of the same work', () => {
  test('differ in nothing when only the time is another', () => {
    const before = grade(5, [check('a', 'fail')]);
    expect(compareGrades(before, { ...before, gradedAt: 99 })).toBeNull();
  });

  test('differ by the checks that pass or fail now', () => {
    const before = grade(5, [check('a', 'fail'), check('b', 'pass'), check('c', 'pass')]);
    const after = grade(5, [check('a', 'pass'), check('b', 'fail'), check('d', 'pass')]);
    expect(compareGrades(before, after)).toEqual({
      work: 'ada',
      before: 5,
      after: 5,
      reasons: ['a passes now', 'b fails now', 'd is new', 'c is asked no more'],
    });
  });

  test('differ by what is added by hand', () => {
    const before = grade(5, []);
    const points = { ...before.points, adjusted: 2, total: 7 };
    expect(compareGrades(before, { ...before, points })?.reasons).toEqual([
      '2 points by hand, not 0',
    ]);
  });

  test('differ when one could not be made', () => {
    const before = grade(5, []);
    const after = grade(0, [], { state: 'not-graded', submission: before.submission });
    expect(compareGrades(before, after)).toMatchObject({
      before: 5,
      after: null,
      reasons: ['it is not-graded, and was graded'],
    });
  });

  test('are one when there was none before', () => {
    expect(compareGrades(null, grade(5, []))).toMatchObject({ before: null, after: 5 });
  });
});

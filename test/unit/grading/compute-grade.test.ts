import { describe, expect, test } from 'vitest';
import { gradeLessons, totalPoints } from '../../../src/classroom/grading/compute-grade.ts';
import type { CheckOutcome } from '../../../src/classroom/grading/job.ts';

const lessons = [
  { id: 'one', title: 'One', summary: 'First.' },
  { id: 'two', title: 'Two', summary: 'Second.' },
];
const asked: Readonly<Record<string, string>> = {
  'one-new': 'one',
  'one-newer': 'one',
  'one-old': 'one',
  'two-new': 'two',
};
const given = new Set(['one-old']);
const nothing = { tried: null, expected: null, got: null, likely: null, reason: null, log: [] };

/** What lessons earn when these checks fail. */
function earned(failed: readonly string[], weights = {}, points = 100) {
  const outcomes = Object.entries(asked).map(([id, lesson]): CheckOutcome => {
    return { id, lesson, title: id, state: failed.includes(id) ? 'fail' : 'pass', ...nothing };
  });
  return gradeLessons({ outcomes, given, lessons, weights, points });
}
const pointsOf = (graded: ReturnType<typeof earned>) => graded.map((lesson) => lesson.earned);

describe('the points of lessons', () => {
  test('are all there where every check passes', () => {
    expect(pointsOf(earned([]))).toEqual([50, 50]);
  });

  test('are none where no more passes than did at the beginning', () => {
    expect(pointsOf(earned(['one-new', 'one-newer', 'two-new']))).toEqual([0, 0]);
  });

  test('are shared by the checks that the starter fails', () => {
    expect(pointsOf(earned(['one-new']))).toEqual([25, 50]);
  });

  test('are taken away by what has passed and fails now, and never more than there are', () => {
    expect(pointsOf(earned(['one-old']))).toEqual([25, 50]);
    expect(pointsOf(earned(['one-old', 'one-new', 'one-newer']))).toEqual([0, 50]);
  });

  test('follow the weights', () => {
    expect(pointsOf(earned([], { one: 3 }, 80))).toEqual([60, 20]);
    expect(pointsOf(earned([], { one: 0 }, 80))).toEqual([0, 80]);
  });

  test('are all accounted for: what is not earned was lost to checks', () => {
    for (const failed of [[], ['one-new'], ['one-old', 'two-new'], Object.keys(asked)]) {
      for (const { possible, earned: has, checks } of earned(failed)) {
        expect(has + checks.reduce((sum, { lost }) => sum + lost, 0)).toBeCloseTo(possible);
      }
    }
  });

  test('lose what belongs to no graded lesson in the first one', () => {
    const start: CheckOutcome = {
      id: 'starts',
      lesson: 'another',
      title: '',
      state: 'fail',
      ...nothing,
    };
    const fine: CheckOutcome = { ...start, id: 'two-new', lesson: 'two', state: 'pass' };
    const outcomes = [start, fine];
    const graded = gradeLessons({ outcomes, given, lessons, weights: {}, points: 10 });
    expect(graded.map(({ id, earned: has }) => [id, has])).toEqual([
      ['one', 0],
      ['two', 5],
    ]);
  });
});

describe('the total', () => {
  const graded = earned(['one-new']);

  test('is what was earned, less what lateness costs, and what was adjusted', () => {
    const settlement = {
      lateness: { percent: 20, text: 'late' },
      adjustments: [{ points: 2.5, reason: 'a good question' }],
    };
    expect(totalPoints(graded, 100, settlement)).toEqual({
      possible: 100,
      earned: 75,
      late: 15,
      lateness: 'late',
      adjusted: 2.5,
      adjustments: ['a good question'],
      total: 62.5,
    });
  });

  test('is never below nothing', () => {
    const adjustments = [{ points: -200, reason: 'copied' }];
    expect(totalPoints(graded, 100, { lateness: null, adjustments }).total).toBe(0);
  });
});

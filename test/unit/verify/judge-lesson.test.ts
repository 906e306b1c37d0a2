import { describe, expect, test } from 'vitest';
import type { PlacedCheck } from '../../../src/checker/check.ts';
import type { Result } from '../../../src/checker/result.ts';
import { judgeLesson } from '../../../src/lessons/verify/judge-lesson.ts';

const check = (id: string, lesson: string | null, from = 1): PlacedCheck => ({
  id,
  lesson,
  from,
  title: id,
  likely: 'unknown',
  run: async () => {},
});
const earlier = check('earlier', '03-create-and-read');
const own = check('own', '04-validation');

function came(of: PlacedCheck, state: Result['state'], reason: string | null = null): Result {
  const finding = state === 'fail' ? { expected: 'more' } : null;
  return {
    check: of,
    title: of.title,
    state,
    finding,
    likely: null,
    reason,
    log: [],
    milliseconds: 0,
  };
}

function judge(before: Result[], after: Result[], complaint: string | null = null): string[] {
  return judgeLesson({
    stage: 1,
    lesson: '04-validation',
    starter: { results: before, complaint },
    solution: { results: after, complaint: null },
  });
}

describe('a lesson is well', () => {
  test('when its starter fails one of its checks, and its solution none', () => {
    const remarks = judge(
      [came(earlier, 'pass'), came(own, 'fail')],
      [came(earlier, 'pass'), came(own, 'pass')],
    );
    expect(remarks).toEqual([]);
  });

  test('when a check of an earlier lesson cannot be run because of a later one', () => {
    const remarks = judge(
      [came(earlier, 'not-run', 'POST answers 500'), came(own, 'fail')],
      [came(earlier, 'pass'), came(own, 'pass')],
    );
    expect(remarks).toEqual([]);
  });
});

describe('a lesson is wrong', () => {
  test('when nothing of it fails while it is open', () => {
    const remarks = judge([came(own, 'pass')], [came(own, 'pass')]);
    expect(remarks).toEqual(['no check of 04-validation fails while it is open']);
  });

  test('when its starter breaks an earlier lesson', () => {
    const [remark] = judge([came(earlier, 'fail'), came(own, 'fail')], [came(own, 'pass')]);
    expect(remark).toMatch(/^with 04-validation and later lessons open, earlier fails/);
  });

  test('when its starter breaks what an earlier stage promised', () => {
    const kept = { ...check('kept', null), from: 1 };
    const remarks = judgeLesson({
      stage: 2,
      lesson: '01-it-forgets',
      starter: { results: [came(kept, 'fail')], complaint: null },
      solution: { results: [], complaint: null },
    });
    expect(remarks[0]).toMatch(/kept fails/);
  });

  test('when its solution fails one of its checks', () => {
    const [remark] = judge([came(own, 'fail')], [came(own, 'fail')]);
    expect(remark).toMatch(/^with 04-validation solved and later lessons open, own fails/);
  });

  test('when what the starter fails is not asked of the solution', () => {
    const remarks = judge([came(own, 'fail')], [came(own, 'not-run', 'no list')]);
    expect(remarks).toEqual(['own is not run once the lesson is solved: no list']);
  });

  test('when its starter does not compile', () => {
    const [remark] = judge([came(own, 'fail')], [came(own, 'pass')], 'tsc says: no');
    expect(remark).toBe('the starter does not please: tsc says: no');
  });
});

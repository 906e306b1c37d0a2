import { expect, it } from 'vitest';
import type { Result } from '../../src/checker/result.ts';
import type { Diary } from '../../src/lessons/diary/diary.ts';
import { withFailure, withMended } from '../../src/lessons/diary/note-results.ts';

const monday = '2026-01-05T08:00:00.000Z';
const tuesday = { time: '2026-01-06T08:00:00.000Z', head: 'abc', isUncommitted: false };

it('of several failures the first is noted, once', () => {
  const failed = [result('one', 'pass'), result('two', 'fail'), result('three', 'fail')];
  const diary = withFailure(withFailure([], failed, monday), failed, tuesday.time);
  expect(diary).toEqual([
    { check: 'two', title: 'two is well', met: monday, returns: 0, mended: null },
  ]);
});

it('what passes is mended, and what is not asked stays as it is', () => {
  const wrong = [...noted('two'), ...noted('three')];
  const [two, three] = withMended(wrong, [result('two', 'pass')], tuesday);
  expect(two!.mended).toEqual(tuesday);
  expect(three!.mended).toBeNull();
});

it('what was mended once keeps its commit, until it comes back', () => {
  const mended = withMended(noted('two'), [result('two', 'pass')], tuesday);
  const later = { ...tuesday, head: 'def' };
  expect(withMended(mended, [result('two', 'pass')], later)).toEqual(mended);
  const [back] = withFailure(mended, [result('two', 'fail')], later.time);
  expect(back).toMatchObject({ met: monday, returns: 1, mended: null });
});

function noted(check: string): Diary {
  return withFailure([], [result(check, 'fail')], monday);
}

function result(id: string, state: Result['state']): Result {
  const check = { id, title: id, likely: '', lesson: null, from: 1, run: async () => {} };
  const rest = { finding: null, likely: null, reason: null, log: [], milliseconds: 0 };
  return { check, title: `${id} is well`, state, ...rest };
}

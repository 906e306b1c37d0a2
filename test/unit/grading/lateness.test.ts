import { expect, test } from 'vitest';
import { latenessOf } from '../../../src/classroom/grading/lateness.ts';

const due = Date.UTC(2026, 4, 1, 12);
const policy = { graceMinutes: 15, percentPerDay: 10, closesAfterDays: 7 };
const MINUTE = 60_000;
const DAY = 86_400_000;

test.each([
  ['an hour before', -60 * MINUTE, null],
  ['on the minute', 0, null],
  ['within the grace', 15 * MINUTE, null],
  ['a minute after it', 16 * MINUTE, 10],
  ['a day', DAY, 10],
  ['a day and a minute', DAY + MINUTE, 20],
  ['seven days', 7 * DAY, 70],
  ['longer than it was open', 7 * DAY + MINUTE, 100],
])('%s late costs what the policy says', (_how, over, percent) => {
  expect(latenessOf(policy, due, due + over)?.percent ?? null).toBe(percent);
});

test('no more can be lost than there is', () => {
  const harsh = { graceMinutes: 0, percentPerDay: 60, closesAfterDays: null };
  expect(latenessOf(harsh, due, due + 3 * DAY)?.percent).toBe(100);
});

test('what is never due is never late', () => {
  expect(latenessOf(policy, null, due)).toBeNull();
});

test('how late it was is said', () => {
  expect(latenessOf(policy, due, due + DAY + 125 * MINUTE)?.text).toBe(
    'It came 1 d 2 h after it was due, which costs 20 % of what was earned.',
  );
});

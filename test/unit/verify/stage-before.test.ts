import { expect, test } from 'vitest';
import type { PlacedCheck } from '../../../src/checker/check.ts';
import type { Result } from '../../../src/checker/result.ts';
import { silenceRemarks } from '../../../src/lessons/verify/prove-stage-before.ts';

const came = (lesson: string, state: Result['state']) =>
  ({ state, check: { id: 'some', lesson } as PlacedCheck }) as Result;

test('a lesson asks for something new when one of its checks fails on the stage before', () => {
  expect(silenceRemarks([came('01-new', 'pass'), came('01-new', 'fail')], {})).toEqual([]);
});

test.each(['pass', 'not-run'] as const)(
  'a lesson whose checks all end in %s is a remark',
  (state) => {
    expect(silenceRemarks([came('01-old', state), came('02-new', 'fail')], {})).toEqual([
      '01-old asks for nothing that the stage before lacks',
    ]);
  },
);

test('a lesson may be said to be silent, and must be so then', () => {
  const silent = { '01-old': 'it only looks', '02-new': 'it only looks' };
  expect(silenceRemarks([came('01-old', 'pass'), came('02-new', 'fail')], silent)).toEqual([
    '02-new is said to be silent, and fails some',
  ]);
});

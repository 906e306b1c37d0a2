import { expect, test } from 'vitest';
import { changesOf } from '../../../src/lessons/verify/line-changes.ts';

const lines = (...numbers: number[]) => new Set(numbers);

test('a line with another text is changed, and its neighbours are kept', () => {
  const { kept, changed, pushed } = changesOf('a\nb\nc', 'a\nB\nc');
  expect(changed).toEqual(lines(1));
  expect([...kept]).toEqual([
    [0, 0],
    [2, 2],
  ]);
  expect(pushed).toEqual(lines());
});

test('a line before which another is put is pushed, and keeps its text', () => {
  const { kept, changed, pushed } = changesOf('a\nb', 'a\nnew\nb');
  expect(pushed).toEqual(lines(1));
  expect(changed).toEqual(lines());
  expect(kept.get(1)).toBe(2);
});

test('a line that is gone is changed', () => {
  expect(changesOf('a\nb\nc', 'a\nc').changed).toEqual(lines(1));
});

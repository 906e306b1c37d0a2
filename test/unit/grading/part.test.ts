import { expect, test } from 'vitest';
import { partOf, readPart } from '../../../src/classroom/grading/part.ts';

const letters = [...'abcdefg'];

test('each is in just one of all parts', () => {
  const parts = ['1/3', '2/3', '3/3'].map((text) => partOf(letters, readPart(text)));
  expect(parts).toEqual([
    ['a', 'd', 'g'],
    ['b', 'e'],
    ['c', 'f'],
  ]);
});

test('the whole is meant where nothing is said', () => {
  expect(partOf(letters, readPart(undefined))).toEqual(letters);
});

test('there may be more parts than works', () => {
  expect(partOf(['a'], readPart('9/9'))).toEqual([]);
});

test.each(['0/3', '4/3', '1', '1/0', 'a/b', '1/3/5', '-1/3'])('%j is no part', (text) => {
  expect(() => readPart(text)).toThrow('is no part of a class');
});

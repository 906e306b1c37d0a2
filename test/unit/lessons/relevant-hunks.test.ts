import { expect, test } from 'vitest';
import { relevantHunks } from '../../../src/lessons/move/relevant-hunks.ts';

const first = { place: '@@ -1,1 +1,2 @@', lines: [' {', '+import a;'], why: null };
const second = { place: '@@ -9,2 +10,2 @@', lines: [' }', '-  old();', '+  fresh();'], why: null };
const [one, other] = [first, second].map(({ place, lines }) => [place, ...lines]);
const marked = ['a', '<<<<<<< HEAD', '  mine();', '}', '=======', '  fresh();', '}', '>>>>>>> x'];

test('a conflict is about the hunks whose lines stand between the marks', () => {
  expect(relevantHunks([first, second], `${marked.join('\n')}\n`)).toEqual(other);
});

test('a conflict without marks is about every hunk', () => {
  expect(relevantHunks([first, second], '')).toEqual([...one!, ...other!]);
});

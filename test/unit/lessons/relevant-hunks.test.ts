import { expect, test } from 'vitest';
import { relevantHunks } from '../../../src/lessons/move/relevant-hunks.ts';

const first = ['@@ -1,1 +1,2 @@', ' {', '+import a;'];
const second = ['@@ -9,2 +10,2 @@', ' }', '-  old();', '+  fresh();'];
const marked = ['a', '<<<<<<< HEAD', '  mine();', '}', '=======', '  fresh();', '}', '>>>>>>> x'];

test('a conflict is about the hunks whose lines stand between the marks', () => {
  expect(relevantHunks([...first, ...second], `${marked.join('\n')}\n`)).toEqual(second);
});

test('a conflict without marks is about every hunk', () => {
  expect(relevantHunks([...first, ...second], '')).toEqual([...first, ...second]);
});

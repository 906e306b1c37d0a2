import { describe, expect, test } from 'vitest';
import { headingsOf, linksOf, readingOf } from '../../../src/lessons/verify/prose.ts';

describe('the words of a lesson', () => {
  test('are those of its paragraphs, lists and tables', () => {
    const text =
      '## A title\n\nTwo *small* words.\n\n- one\n- two `three`\n\n| a | b |\n|--|--|\n| c | d |';
    expect(readingOf(text).words).toBe(12);
  });

  test('are not those of fenced code', () => {
    expect(readingOf('Look:\n\n```ts\nconst one = two + three;\n```\n').words).toBe(1);
  });

  test('are no signs that stand alone', () => {
    expect(readingOf('One — two & three').words).toBe(3);
  });
});

describe('how hard a lesson is to read', () => {
  test('grows with the length of its sentences and words', () => {
    const easy = readingOf('The cat sat. The dog ran. It was fun.');
    const hard = readingOf(
      'Notwithstanding considerable organizational difficulties, comprehensive documentation necessarily accompanies architectural modifications.',
    );
    expect(easy.grade).toBeLessThan(3);
    expect(hard.grade).toBeGreaterThan(15);
  });
});

test('links are found in paragraphs and in lists', () => {
  const text = 'See [one](lesson:03-create-and-read).\n\n- [two](lesson:sqlite/01-it-forgets)\n';
  expect(linksOf(text)).toEqual(['lesson:03-create-and-read', 'lesson:sqlite/01-it-forgets']);
});

test('headings are found in their order, and not in code', () => {
  expect(headingsOf('## One\n\n```md\n## No\n```\n\n## Two\n')).toEqual(['One', 'Two']);
});

import { describe, expect, test } from 'vitest';
import { readGate, readHints, readLesson } from '../../../scripts/lesson-source.ts';

const path = '1-in-memory/03-create-and-read/lesson.md';

const notes = {
  id: '03-create-and-read',
  title: 'Create and read',
  summary: 'What POST answers.',
  concepts: ['post', 'created-201'],
  minutes: 20,
  kind: 'code',
  exercises: ['03-create-and-read.created'],
  requires: ['01-raw-http'],
  learned: 'You can create.',
  recall: { question: 'Which status?', answer: '201.' },
};

const sourceWith = (changed: object) =>
  `---\n${JSON.stringify({ ...notes, ...changed })}\n---\n\nBody.\n`;

describe('a lesson', () => {
  test('is its front matter and its body', () => {
    expect(readLesson(path, sourceWith({}))).toEqual({ notes, body: 'Body.' });
  });

  test('may be written on Windows', () => {
    expect(readLesson(path, sourceWith({}).replaceAll('\n', '\r\n')).body).toBe('Body.');
  });

  test.each([
    ['an unknown key', { minuts: 5 }, 'minuts: there is no such key. Did you mean minutes?'],
    ['a key that is missing', { summary: undefined }, 'summary: is missing; a text'],
    ['the id of another folder', { id: '04-validation' }, 'id: the folder is called 03-create'],
    ['no minutes', { minutes: 0 }, 'minutes: must be a whole number from 1 to 120'],
    ['a kind of its own', { kind: 'video' }, 'kind: must be code, practice or reading'],
    ['no concepts', { concepts: [] }, 'concepts: must be a list of one or more words'],
    [
      'the region of another lesson',
      { exercises: ['04-validation.a'] },
      'exercises: 04-validation.a is no region of this lesson',
    ],
    ['a region that is none', { exercises: ['created!'] }, 'exercises: must be a list of regions'],
    ['half a recall', { recall: { question: 'Why?' } }, 'recall: must be a question and an answer'],
    ['a tag of the dialect', { learned: 'You can {{resource.name}}.' }, 'learned: must be a text'],
  ])('with %s is refused, and told what would do', (_what, changed, reason) => {
    expect(() => readLesson(path, sourceWith(changed))).toThrow(`${path}:\n  ${reason}`);
  });

  test('hears of all its faults at once', () => {
    const wrong = sourceWith({ minutes: '5', kind: 'film' });
    expect(() => readLesson(path, wrong)).toThrow(/minutes: .*\n {2}kind: /);
  });

  test.each([
    ['Body.\n', 'does not begin with front matter'],
    ['---\n- a\n---\nBody.\n', 'is no list of keys and values'],
    ['---\nid: x\n---\n\n', 'has nothing below its front matter'],
  ])('is refused where it reads %j', (text, reason) => {
    expect(() => readLesson(path, text)).toThrow(reason);
  });
});

test('a gate has a title and a body', () => {
  const text = '---\ntitle: The gate\n---\n- [ ] all green\n';
  expect(readGate('1-in-memory/gate.md', text)).toEqual({
    title: 'The gate',
    body: '- [ ] all green',
  });
});

describe('hints', () => {
  const rungs = '## Nudge\n\nLook.\n\n## Pointer\nThere.\n\n## Nearly the code\n\n`code`\n';

  test('are three rungs', () => {
    expect(readHints('hints.md', rungs)).toEqual(['Look.', 'There.', '`code`']);
  });

  test.each([
    ['a rung that is missing', rungs.replace('## Pointer\n', '')],
    ['another order', rungs.replace('Nudge', 'Pointer')],
    ['an empty rung', rungs.replace('There.', '')],
    ['words before the first', `Hello.\n${rungs}`],
  ])('with %s are refused', (_what, text) => {
    expect(() => readHints('hints.md', text)).toThrow('## Nudge, ## Pointer, ## Nearly the code');
  });
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stacks } from '../../src/catalog/stacks.ts';
import { readCounts } from '../../src/project/test-run.ts';
import { explainFileError } from '../../src/system/file-errors.ts';
import { printable } from '../../src/system/printable.ts';
import { readJsonFile } from '../../src/system/read-json.ts';
import { closestTo, suggest } from '../../src/system/suggest.ts';
import { temporaryFolder } from '../support/temporary.ts';

describe('what was meant', () => {
  const words = ['tasks', 'notes', 'books'];

  test.each([
    ['task', 'tasks'],
    ['taskz', 'tasks'],
    ['tsaks', 'tasks'],
    ['boks', 'books'],
    ['TASKS', null],
    ['nt', null],
    ['', null],
    ['somethingelse', null],
  ])('by %j is %j', (typed, meant) => {
    expect(closestTo(typed, words)).toBe(meant);
  });

  test('is put as a question, or not at all', () => {
    expect(suggest('note', words)).toBe('Did you mean notes? ');
    expect(suggest('xyz', words)).toBe('');
  });
});

describe('a text that others wrote', () => {
  test.each([
    ['a\u001b[2Jb', 'a\\u{1b}[2Jb'],
    ['a\r\tb', 'a\\u{d}\\u{9}b'],
    ['a\u009bb', 'a\\u{9b}b'],
    ['\u202egnp', '\\u{202e}gnp'],
    ['two\nlines', 'two\nlines'],
    ['é 日本 😀 ✔', 'é 日本 😀 ✔'],
  ])('%j is shown as %j', (text, shown) => {
    expect(printable(text)).toBe(shown);
  });
});

describe('the counts of a test run', () => {
  const { testCounts } = stacks[0]!;

  test.each(['ℹ', '#'])('are read from lines that begin with %s', (mark) => {
    const output = `✔ a test\n${mark} tests 9\n${mark} suites 0\n${mark} pass 5\n${mark} fail 1\n${mark} cancelled 0\n${mark} skipped 2\n${mark} todo 1\n`;
    expect(readCounts(output, testCounts)).toEqual({ passed: 5, failed: 1, skipped: 2, todo: 1 });
  });

  test('are none where the runner did not come to its end', () => {
    expect(readCounts('SyntaxError: pass 5 of 6', testCounts)).toBeNull();
    expect(readCounts('', testCounts)).toBeNull();
  });
});

function write(text: string | Buffer): string {
  const path = join(temporaryFolder(), 'it.json');
  writeFileSync(path, text);
  return path;
}

describe('a JSON file', () => {
  test('is read with or without a byte order mark, whatever its line endings', () => {
    expect(readJsonFile(write('\uFEFF{\r\n"a": 1\r\n}\r\n'), 'it.json')).toEqual({ a: 1 });
  });

  test.each([
    ['', /^it\.json is not JSON: /],
    ['{"a":1,}', /^it\.json is not JSON: /],
    ['{"a":\u001b}', /^it\.json is not JSON: /],
    [Buffer.from([0xff, 0xfe, 0x7b]), /^it\.json is not JSON: /],
    [' '.repeat(1_000_001), 'it.json is larger than 1 MB.'],
    [`${'['.repeat(100_000)}`, /^it\.json is not JSON: /],
  ])('that is broken is refused', (text, reason) => {
    expect(() => readJsonFile(write(text), 'it.json')).toThrow(reason);
  });

  test('that is none is refused', () => {
    expect(() => readJsonFile('/nowhere/it.json', 'it.json')).toThrow('There is no file it.json.');
    expect(() => readJsonFile('/', 'it.json')).toThrow('it.json is not a file.');
    expect(() => readJsonFile('/dev/zero', 'it.json')).toThrow('it.json is not a file.');
    expect(() => readJsonFile(`/${'a'.repeat(300)}`, 'it.json')).toThrow(
      'it.json cannot be read: the path is too long.',
    );
  });
});

test('a refusal of the file system is a sentence with a way out, and anything else stays what it is', () => {
  const full = Object.assign(new Error('x'), { code: 'ENOSPC' });
  expect(explainFileError(full, 'It was not written')).toMatchObject({
    name: 'UserError',
    message: 'It was not written: the disk is full.',
    hint: expect.any(String),
    cause: full,
  });
  const bug = new TypeError('x');
  expect(explainFileError(bug, 'It was not written')).toBe(bug);
});

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { hasConflict, makeConflict, suitsBoth } from '../../../src/lessons/practice/conflict.ts';
import { Git } from '../../../src/project/git.ts';
import { run } from '../../../src/system/process.ts';

const project = mkdtempSync(join(tmpdir(), 'create-backend-test-'));
afterAll(() => rmSync(project, { recursive: true, force: true }));
const context = { run, env: process.env, signal: new AbortController().signal };

test('the sandbox has a branch that cannot be merged without a decision', async () => {
  expect(hasConflict(project)).toBe(false);
  const { folder, branch, file } = await makeConflict(context, project);
  expect(hasConflict(project)).toBe(true);
  const merge = await new Git(context, folder).try('merge', branch);
  expect(merge.exitCode).not.toBe(0);
  expect(readFileSync(join(folder, file), 'utf8')).toContain('<<<<<<<');
});

test('git in the project does not see the sandbox', async () => {
  const git = new Git(context, project);
  await git.read('init', '--quiet');
  expect(await git.read('status', '--porcelain', '--untracked-files=all')).toBe('');
});

test('made anew, the sandbox is as at first', async () => {
  const { folder } = await makeConflict(context, project);
  expect(existsSync(join(folder, '.git', 'MERGE_HEAD'))).toBe(false);
});

test.each([
  ['Open from 8 to 20', true],
  ['Open from 8 to 18', false],
  ['Open from 9 to 20', false],
  ['<<<<<<< HEAD\nOpen from 8 to 20\n', false],
])('the sign "%s" suits both sides: %s', (sign, suits) => {
  expect(suitsBoth(`Café Corner\n\n${sign}\nClosed on Mondays\n`)).toBe(suits);
});

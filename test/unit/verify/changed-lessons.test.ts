import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findStage } from '../../../src/catalog/stages.ts';
import { changedPaths, lessonsOfPaths } from '../../../src/lessons/verify/changed-lessons.ts';
import { ownEnvironment } from '../../../src/system/own-environment.ts';
import { run } from '../../../src/system/process.ts';
import { temporaryFolder } from '../../support/temporary.ts';

const stage = findStage('sqlite')!;
const folder = 'lessons/2-sqlite';

describe('the lessons of changed paths', () => {
  test('are those whose checks or mistakes changed, each once', () => {
    const paths = [
      `${folder}/05-indexes/checks.ts`,
      `${folder}/05-indexes/mistakes.yaml`,
      `${folder}/07-secrets/mistakes.yaml`,
      'lessons/3-postgres/03-pools/checks.ts',
      'lessons/2-sqlite-old/09-backups/checks.ts',
    ];
    expect(lessonsOfPaths(paths, stage)).toEqual(['05-indexes', '07-secrets']);
  });

  test('are none where only texts or the index changed', () => {
    const paths = [
      `${folder}/checks.ts`,
      `${folder}/05-indexes/lesson.md`,
      `${folder}/messages.txt`,
      'docs/checking.md',
    ];
    expect(lessonsOfPaths(paths, stage)).toEqual([]);
  });

  test('are the conformance set where its own files changed', () => {
    const paths = [`${folder}/conformance.ts`, `${folder}/mistakes.yaml`];
    expect(lessonsOfPaths(paths, stage)).toEqual(['conformance']);
  });

  test('are all where something that they share changed', () => {
    const lessons = lessonsOfPaths([`${folder}/comments.ts`], stage);
    expect(lessons).toEqual(
      expect.arrayContaining(['01-it-forgets', '04-two-tables', '09-backups', 'conformance']),
    );
  });
});

describe('what differs from the main branch', () => {
  const context = {
    run,
    env: ownEnvironment(process.env),
    signal: new AbortController().signal,
  };

  test('is what was committed since, what was not, and what git does not know yet', async () => {
    const repository = temporaryFolder();
    await git(repository, 'init', '--quiet', '--initial-branch=main');
    write(repository, 'lessons/a.ts', 'old');
    write(repository, 'lessons/b.ts', 'old');
    await commit(repository);
    await git(repository, 'switch', '--quiet', '--create', 'work');
    write(repository, 'lessons/a.ts', 'new');
    await commit(repository);
    write(repository, 'lessons/b.ts', 'new');
    write(repository, 'lessons/c.ts', 'new');
    write(repository, 'docs/d.md', 'new');
    const paths = await changedPaths(context, repository);
    expect(paths).toEqual(['lessons/a.ts', 'lessons/b.ts', 'lessons/c.ts']);
  });

  test('is what was not committed where no branch is called main', async () => {
    const repository = temporaryFolder();
    await git(repository, 'init', '--quiet', '--initial-branch=work');
    write(repository, 'lessons/a.ts', 'old');
    await commit(repository);
    expect(await changedPaths(context, repository)).toEqual([]);
    write(repository, 'lessons/a.ts', 'new');
    expect(await changedPaths(context, repository)).toEqual(['lessons/a.ts']);
  });

  test('is not known without any history', async () => {
    const repository = temporaryFolder();
    await git(repository, 'init', '--quiet');
    expect(await changedPaths(context, repository)).toBeNull();
  });

  async function git(cwd: string, ...args: string[]): Promise<void> {
    const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com'];
    const { exitCode, output } = await run(['git', ...identity, ...args], { ...context, cwd });
    expect(exitCode, output).toBe(0);
  }

  async function commit(cwd: string): Promise<void> {
    await git(cwd, 'add', '--all');
    await git(cwd, 'commit', '--quiet', '--message=step');
  }
});

function write(repository: string, path: string, text: string): void {
  mkdirSync(dirname(join(repository, path)), { recursive: true });
  writeFileSync(join(repository, path), text);
}

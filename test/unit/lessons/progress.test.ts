import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  keepProgress,
  progressAt,
  readProgress,
  withBegun,
  withDone,
  withUndone,
} from '../../../src/lessons/learner/progress.ts';
import { privateFolder } from '../../../src/project/private-folder.ts';
import { temporaryFolder } from '../../support/temporary.ts';

let project: string;
beforeEach(() => {
  project = temporaryFolder();
});

const started = progressAt('in-memory', '03-create-and-read');

describe('the progress of a learner', () => {
  test('is kept as it was', () => {
    const progress = withDone({ ...started, hints: { '04-validation': 2 } }, '03-create-and-read');
    keepProgress(project, progress);
    expect(readProgress(project)).toEqual(progress);
  });

  test('is lost where there is no file, or one that is damaged', () => {
    expect(readProgress(project)).toBeNull();
    keepProgress(project, started);
    const path = join(privateFolder(project), 'progress.json');
    writeFileSync(path, readFileSync(path, 'utf8').slice(0, 20));
    expect(readProgress(project)).toBeNull();
  });

  test('of an older kit lacks nothing', () => {
    keepProgress(project, started);
    const path = join(privateFolder(project), 'progress.json');
    writeFileSync(path, JSON.stringify({ stage: 'sqlite', current: null, done: {} }));
    expect(readProgress(project)).toEqual(progressAt('sqlite', null));
  });

  test('remembers the commit that a lesson first began at', () => {
    const begun = withBegun(started, '04-validation', 'aaa');
    expect(begun).toMatchObject({ current: '04-validation', begun: { '04-validation': 'aaa' } });
    expect(withBegun(begun, '04-validation', 'bbb').begun).toEqual({ '04-validation': 'aaa' });
    expect(withBegun(started, '04-validation', null).begun).toEqual({});
  });

  test('goes back to a lesson that is to be done again', () => {
    const done = withDone(withDone(started, '03-create-and-read'), '04-validation');
    const again = withUndone({ ...done, current: '05-predictable-errors' }, '03-create-and-read');
    expect(again.current).toBe('03-create-and-read');
    expect(Object.keys(again.done)).toEqual(['04-validation']);
  });
});

describe('what is private to a person', () => {
  test('lies in the git folder of a project', () => {
    mkdirSync(join(project, '.git'));
    expect(privateFolder(project)).toBe(join(project, '.git', 'create-backend'));
  });

  test('lies in the git folder of a working tree that has it elsewhere', () => {
    writeFileSync(join(project, '.git'), 'gitdir: ../main/.git/worktrees/other\n');
    expect(privateFolder(project)).toBe(
      join(project, '..', 'main/.git/worktrees/other/create-backend'),
    );
  });

  test('lies in a folder that ignores itself where the project is no repository', () => {
    keepProgress(project, started);
    expect(readFileSync(join(project, '.create-backend', '.gitignore'), 'utf8')).toBe('*\n');
  });
});

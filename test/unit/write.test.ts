import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { inspectTarget } from '../../src/scaffold/target.ts';
import { mergeProject, writeProject } from '../../src/scaffold/write.ts';
import { canMount, smallDisk } from '../support/small-disk.ts';
import { temporaryFolder } from '../support/temporary.ts';

const files = new Map([
  ['.gitignore', 'node_modules\n'],
  ['src/app.ts', 'app\n'],
  ['src/http/problem.ts', 'problem\n'],
]);
const large = new Map(
  Array.from({ length: 9 }, (_, at) => [`src/${at}/file.ts`, 'x'.repeat(5_000)]),
);
/** A path that is a folder in one file and a file in another: writing fails after three files. */
const impossible = new Map([...files, ['src/app.ts/inside', 'x']]);

let root: string;
beforeEach(() => {
  root = temporaryFolder();
});

/** Every path below a folder. */
const listing = (folder: string) => readdirSync(folder, { recursive: true }).map(String).sort();

describe('what is at a target', () => {
  test('is nothing, a folder that is as good as empty, or one that is taken', () => {
    mkdirSync(join(root, 'empty'));
    for (const name of ['.git', '.idea', '.DS_Store'])
      mkdirSync(join(root, 'leftovers', name), { recursive: true });
    mkdirSync(join(root, 'taken', '.config'), { recursive: true });
    expect(inspectTarget(root, join(root, 'none'))).toBe('absent');
    expect(inspectTarget(root, join(root, 'none', 'deeper'))).toBe('absent');
    expect(inspectTarget(root, join(root, 'empty'))).toBe('empty');
    expect(inspectTarget(root, join(root, 'leftovers'))).toBe('empty');
    expect(inspectTarget(root, join(root, 'taken'))).toBe('taken');
    expect(inspectTarget(root, root)).toBe('taken');
  });

  test('is seen whatever kind of object it is', () => {
    mkdirSync(join(root, 'folder'));
    writeFileSync(join(root, 'file'), '');
    symlinkSync('folder', join(root, 'link'));
    symlinkSync('nowhere', join(root, 'dangling'));
    symlinkSync('itself', join(root, 'itself'));
    execFileSync('mkfifo', [join(root, 'pipe')]);
    const found = ['file', 'link', 'dangling', 'itself', 'pipe'].map((name) =>
      inspectTarget(root, join(root, name)),
    );
    expect(found).toEqual(['file', 'link', 'link', 'link', 'file']);
    expect(inspectTarget(root, join(root, 'link', 'below'))).toBe('link');
    expect(inspectTarget(root, join(root, 'file', 'below'))).toBe('file');
  });

  test('is refused with a reason where its path is too long', () => {
    expect(() => inspectTarget(root, join(root, 'a'.repeat(300)))).toThrow('the path is too long');
  });
});

describe('a new project', () => {
  test('stands as a whole, with nothing beside it', () => {
    writeProject(files, root, join(root, 'my-api'));
    expect(listing(root)).toEqual([
      'my-api',
      'my-api/.gitignore',
      'my-api/src',
      'my-api/src/app.ts',
      'my-api/src/http',
      'my-api/src/http/problem.ts',
    ]);
    expect(readFileSync(join(root, 'my-api/src/app.ts'), 'utf8')).toBe('app\n');
  });

  test('makes the folders above it', () => {
    writeProject(files, root, join(root, 'a/b/my-api'));
    expect(existsSync(join(root, 'a/b/my-api/src/app.ts'))).toBe(true);
    expect(readdirSync(join(root, 'a/b'))).toEqual(['my-api']);
  });

  test('goes beside what git and an editor have left', () => {
    mkdirSync(join(root, 'my-api/.git'), { recursive: true });
    writeProject(files, root, join(root, 'my-api'));
    expect(readdirSync(join(root, 'my-api')).sort()).toEqual(['.git', '.gitignore', 'src']);
  });

  test.each([
    ['absent', 'a/b/my-api'],
    ['empty', 'here'],
  ])('leaves nothing behind when it fails in a target that is %s', (_what, target) => {
    mkdirSync(join(root, 'here/.git'), { recursive: true });
    expect(() => writeProject(impossible, root, join(root, target))).toThrow();
    expect(listing(root)).toEqual(['here', 'here/.git']);
  });

  test('overwrites nothing that has appeared meanwhile', () => {
    mkdirSync(join(root, 'my-api'));
    writeFileSync(join(root, 'my-api/mine'), 'mine');
    expect(() => writeProject(files, root, join(root, 'my-api'))).toThrow(
      'Something of that name has appeared meanwhile.',
    );
    expect(listing(root)).toEqual(['my-api', 'my-api/mine']);
  });

  test('does not follow a link to somewhere else', () => {
    mkdirSync(join(root, 'elsewhere'));
    symlinkSync('elsewhere', join(root, 'my-api'));
    expect(() => writeProject(files, root, join(root, 'my-api'))).toThrow(UserError);
    expect(readdirSync(join(root, 'elsewhere'))).toEqual([]);
  });
});

describe.skipIf(!canMount)('a full disk', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('of %i pages leaves nothing behind', (pages) => {
    const disk = smallDisk(`size=${pages * 4096}`);
    mkdirSync(join(disk, 'here'));
    expect(() => writeProject(large, disk, join(disk, 'a/my-api'))).toThrow(
      'a/my-api was not written: the disk is full.',
    );
    expect(() => writeProject(large, disk, join(disk, 'here'))).toThrow(
      'here was not written: the disk is full.',
    );
    expect(() => mergeProject(large, join(disk, 'here'))).toThrow(
      'The project was not merged: the disk is full.',
    );
    expect(listing(disk)).toEqual(['here']);
  });

  test.each([2, 3, 4, 5, 6, 9])('with room for %i names leaves nothing behind', (names) => {
    const disk = smallDisk(`nr_inodes=${names}`);
    expect(() => writeProject(large, disk, join(disk, 'a/b/my-api'))).toThrow('the disk is full');
    expect(listing(disk)).toEqual([]);
  });
});

describe('a merge', () => {
  let mine: string;
  beforeEach(() => {
    mine = join(root, 'mine');
    mkdirSync(mine);
  });

  test('adds what is absent, and names what it left alone', () => {
    mkdirSync(join(mine, 'src'));
    writeFileSync(join(mine, '.gitignore'), 'mine\n');
    writeFileSync(join(mine, 'src/app.ts'), 'app\n');
    expect(mergeProject(files, mine)).toEqual(['.gitignore']);
    expect(readFileSync(join(mine, '.gitignore'), 'utf8')).toBe('mine\n');
    expect(listing(mine)).toEqual([
      '.gitignore',
      'src',
      'src/app.ts',
      'src/http',
      'src/http/problem.ts',
    ]);
  });

  test('leaves alone whatever stands in the place of a file, unopened', () => {
    execFileSync('mkfifo', [join(mine, '.gitignore')]);
    mkdirSync(join(mine, 'src/app.ts'), { recursive: true });
    mkdirSync(join(mine, 'src/http'));
    symlinkSync('/nowhere', join(mine, 'src/http/problem.ts'));
    expect(mergeProject(files, mine)).toEqual([...files.keys()]);
    expect(lstatSync(join(mine, 'src/http/problem.ts')).isSymbolicLink()).toBe(true);
  });

  test('does not write through a link, and takes back what it wrote before', () => {
    mkdirSync(join(root, 'elsewhere'));
    symlinkSync('../elsewhere', join(mine, 'src'));
    expect(() => mergeProject(files, mine)).toThrow('src is in the way: it is not a folder.');
    expect(listing(root)).toEqual(['elsewhere', 'mine', 'mine/src']);
  });

  test('takes back only what it made itself', () => {
    mkdirSync(join(mine, 'src'));
    writeFileSync(join(mine, 'src/own.ts'), 'own');
    expect(() => mergeProject(impossible, mine)).toThrow();
    expect(listing(mine)).toEqual(['src', 'src/own.ts']);
  });

  test('leaves a file alone that has another name elsewhere', () => {
    writeFileSync(join(root, 'original'), 'mine');
    linkSync(join(root, 'original'), join(mine, '.gitignore'));
    mergeProject(files, mine);
    expect(readFileSync(join(root, 'original'), 'utf8')).toBe('mine');
  });

  test('makes no file executable, and leaves modes alone', () => {
    writeFileSync(join(mine, '.gitignore'), 'mine');
    chmodSync(join(mine, '.gitignore'), 0o400);
    mergeProject(files, mine);
    expect(lstatSync(join(mine, '.gitignore')).mode & 0o777).toBe(0o400);
    expect(lstatSync(join(mine, 'src/app.ts')).mode & 0o111).toBe(0);
  });
});

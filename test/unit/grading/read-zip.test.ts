import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Intake, type IntakeLimits } from '../../../src/classroom/submissions/intake.ts';
import { readZip } from '../../../src/classroom/submissions/read-zip.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { zipOf, type ZipEntry } from '../../support/zip.ts';

/** Unpacks a zip file; what lies in its folder then, and what was left out. */
async function unpack(entries: readonly ZipEntry[], limits?: IntakeLimits) {
  const folder = temporaryFolder();
  const file = join(temporaryFolder(), 'it.zip');
  writeFileSync(file, zipOf(entries));
  const intake = new Intake(folder, limits);
  await readZip(file, intake);
  const found = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  return { folder, paths: paths.sort(), notes: intake.notes };
}

describe('a zip file that was handed in', () => {
  test('is unpacked as it is', async () => {
    const { folder, paths, notes } = await unpack([
      { name: 'src/', mode: 0o040755 },
      { name: 'src/server.ts', content: 'one' },
      { name: 'Überblick.md', content: 'two' },
    ]);
    expect(paths).toEqual(['src/server.ts', 'Überblick.md']);
    expect(readFileSync(join(folder, 'src/server.ts'), 'utf8')).toBe('one');
    expect(notes).toEqual([]);
  });

  test.each([
    ['../../out.txt', 'its path leads out of the submission'],
    ['a/../../out.txt', 'its path leads out of the submission'],
    ['a\\..\\..\\out.txt', 'its path leads out of the submission'],
    ['/etc/out.txt', 'its path begins at the top of a disk'],
    ['C:/out.txt', 'its path begins at the top of a disk'],
    ['a//out.txt', 'its path has an empty part'],
    ['a/./out.txt', 'its path has an empty part'],
    [`${'a/'.repeat(40)}out.txt`, 'it lies too deep'],
    [`${'n'.repeat(300)}.txt`, 'its name is too long'],
    ['.git', 'it points to a repository somewhere else'],
  ])('has no say in where %s goes', async (name, reason) => {
    const { paths, notes } = await unpack([{ name, content: 'x' }, { name: 'kept.txt' }]);
    expect(paths).toEqual(['kept.txt']);
    expect(notes).toEqual([`${name.replaceAll('\\', '/')} was left out: ${reason}.`]);
  });

  test.each([
    ['a link', 0o120777],
    ['a device', 0o020666],
    ['a pipe', 0o010644],
    ['a socket', 0o140644],
  ])('brings no %s', async (_what, mode) => {
    const { paths, notes } = await unpack([{ name: 'odd', content: '/etc/passwd', mode }]);
    expect(paths).toEqual([]);
    expect(notes[0]).toMatch(/^odd was left out: it is (?:a link|no plain file)\.$/);
  });

  test('makes no file that runs with the rights of its owner', async () => {
    const { folder } = await unpack([{ name: 'tool', mode: 0o104755 }]);
    expect(statSync(join(folder, 'tool')).mode & 0o7777).toBe(0o644);
  });

  test.each([
    ['another case', 'src/A.ts', 'src/a.ts'],
    ['another form of Unicode', 'caf\u00e9.md', 'cafe\u0301.md'],
    ['a file below it', 'src', 'src/a.ts'],
  ])('cannot replace a file by one of %s', async (_what, first, second) => {
    const { paths, notes } = await unpack([{ name: first, content: '1' }, { name: second }]);
    expect(paths).toEqual([first]);
    expect(notes).toHaveLength(1);
  });

  test('leaves out what is made anew, and says nothing of it', async () => {
    const { paths, notes } = await unpack([
      { name: 'node_modules/.bin/node', content: 'x' },
      { name: 'node_modules', mode: 0o120777, content: '/' },
      { name: '__MACOSX/._a', content: 'x' },
      { name: '.git/hooks/post-checkout', content: 'x' },
      { name: '.git/config', content: '[core]\nfsmonitor = x' },
    ]);
    expect(paths).toEqual([]);
    expect(notes).toEqual([]);
  });

  test('that unpacks to too much is refused', async () => {
    const bomb = { name: 'zeros', content: Buffer.alloc(30_000_000) };
    await expect(unpack([bomb])).rejects.toThrow(/packed so tightly that it must be a trap/);
  });

  test('that lies about the size of what is in it is refused', async () => {
    const bomb = { name: 'zeros', content: Buffer.alloc(30_000_000), claimedSize: 10 };
    await expect(unpack([bomb])).rejects.toThrow(/^The zip file cannot be read: /);
  });

  test('with too many files is refused', async () => {
    const entries = ['a', 'b', 'c'].map((name) => ({ name }));
    const limits = { files: 2, bytes: 100 };
    await expect(unpack(entries, limits)).rejects.toThrow('It has more than 2 files.');
  });

  test('with too much in it is refused, however little each file is', async () => {
    const entries = ['a', 'b', 'c'].map((name) => ({ name, content: 'x'.repeat(600_000) }));
    const limits = { files: 9, bytes: 1024 ** 2 };
    await expect(unpack(entries, limits)).rejects.toThrow('Unpacked, it has more than 1 MB.');
  });

  test('that is none is refused', async () => {
    const file = join(temporaryFolder(), 'it.zip');
    writeFileSync(file, 'no zip at all, but long enough to be looked at');
    const read = readZip(file, new Intake(temporaryFolder()));
    await expect(read).rejects.toThrow(/^The zip file cannot be read: /);
  });

  test('has names that a terminal shows and does not obey', async () => {
    const { notes } = await unpack([{ name: '\u001b[2Jx', content: 'x' }]);
    expect(notes).toEqual(['\\u{1b}[2Jx was left out: its name has a control character.']);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Repository } from './repository.ts';

/** A file in git's store. */
export interface Entry {
  /** `100644`, `100755` for a program, `120000` for a link. */
  readonly mode: string;
  readonly object: string;
}

/** The files of a project by path, as git holds them. */
export type Tree = ReadonlyMap<string, Entry>;

/** Longest list of arguments for one run of git; Windows takes some 32,000 characters. */
const MAX_ARGUMENTS = 150;

/** Puts texts into git's store, byte by byte as they are; returns their objects in the same order. */
export async function storeTexts(
  { git }: Repository,
  texts: readonly string[],
): Promise<readonly Entry[]> {
  return inTemporaryFolder(async (folder) => {
    const paths = texts.map((text, at) => {
      const path = join(folder, String(at));
      writeFileSync(path, text);
      return path;
    });
    const objects: string[] = [];
    for (const some of chunks(paths)) {
      const printed = await git.read('hash-object', '-w', '--no-filters', '--', ...some);
      objects.push(...printed.split('\n'));
    }
    return objects.map((object) => ({ mode: '100644', object }));
  });
}

/**
 * Writes a tree of the whole repository, in which the project's part is the given one.
 * @param around the tree or commit that the rest is taken from
 */
export async function writeTree(
  { git, top, prefix }: Repository,
  tree: Tree,
  around: string,
): Promise<string> {
  return inTemporaryFolder(async (folder) => {
    const own = git.onIndex(join(folder, 'own'));
    await own.read('read-tree', '--empty');
    const entries = [...tree].map(([path, { mode, object }]) => `${mode},${object},${path}`);
    for (const some of chunks(entries)) {
      const added = some.flatMap((entry) => ['--cacheinfo', entry]);
      await top.onIndex(join(folder, 'own')).read('update-index', '--add', ...added);
    }
    const written = await own.read('write-tree');
    if (prefix === '') return written;
    const whole = top.onIndex(join(folder, 'whole'));
    await whole.read('read-tree', around);
    await whole.read('rm', '-r', '--cached', '--quiet', '--ignore-unmatch', '--', prefix);
    await whole.read('read-tree', `--prefix=${prefix}`, written);
    return whole.read('write-tree');
  });
}

/** The project's part of a tree or commit. */
export async function readTree({ git }: Repository, treeish: string): Promise<Tree> {
  const lines = await git.list('ls-tree', '-r', '-z', treeish);
  return new Map(
    lines.map((line) => {
      const [, mode, object, path] = /^(\d+) \w+ (\w+)\t(.*)$/s.exec(line)!;
      return [path!, { mode: mode!, object: object! }];
    }),
  );
}

/** The text of a file in git's store. */
export async function readText({ git }: Repository, { object }: Entry): Promise<string> {
  return (await git.try('cat-file', 'blob', object)).stdout;
}

/** The project as it lies on disk, what git does not know yet included; the index is left alone. */
export interface WorkingTree {
  /** Tree of the whole repository, with the rest as it was committed. */
  readonly id: string;
  /** Whether the project differs from what was committed. */
  readonly isDirty: boolean;
  /** Paths whose lines all end in CRLF. */
  readonly withCrlf: ReadonlySet<string>;
}

/** Looks at the project as it lies on disk. */
export async function lookAtWorkingTree({ git }: Repository): Promise<WorkingTree> {
  return inTemporaryFolder(async (folder) => {
    const index = git.onIndex(join(folder, 'index'));
    await index.read('read-tree', 'HEAD');
    await index.read('add', '--all', '--', '.');
    const id = await index.read('write-tree');
    const lines = await index.list('ls-files', '--eol', '-z', '--', '.');
    const withCrlf = lines.filter((line) => line.startsWith('i/crlf'));
    return {
      id,
      isDirty: id !== (await git.read('rev-parse', 'HEAD^{tree}')),
      withCrlf: new Set(withCrlf.map((line) => line.slice(line.indexOf('\t') + 1))),
    };
  });
}

async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'create-backend-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function* chunks<T>(list: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < list.length; at += MAX_ARGUMENTS) {
    yield list.slice(at, at + MAX_ARGUMENTS);
  }
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Repository } from '../../project/repository.ts';
import { readConflicts, type FileConflict } from './preview.ts';

/** The files that git could not merge and nobody has resolved yet. */
export async function listUnmerged({ top, prefix }: Repository): Promise<FileConflict[]> {
  return readConflicts(await top.list('ls-files', '--unmerged', '-z'), prefix);
}

/**
 * The files that still wait for the person: those with git's marks in them, and those that nobody
 * has touched or decided upon.
 * @param suspects files that were in conflict at first, as far as they may have been added since
 */
export async function listUnresolved(
  repository: Repository,
  suspects: readonly string[],
): Promise<string[]> {
  const { folder } = repository.git;
  const unmerged = await listUnmerged(repository);
  const untouched: string[] = [];
  for (const conflict of unmerged) {
    if (!(await isEdited(repository, conflict))) untouched.push(conflict.path);
  }
  const possible = [...suspects, ...unmerged.map(({ path }) => path)];
  const marked = possible.filter((path) => hasMarks(join(folder, path)));
  return [...new Set([...marked, ...untouched])].sort();
}

/** Whether the person has made a third version of a file that both sides have. */
async function isEdited(
  { git }: Repository,
  { path, has }: Pick<FileConflict, 'path' | 'has'>,
): Promise<boolean> {
  if (!has.yours || !has.theirs || !existsSync(join(git.folder, path))) return false;
  const current = await git.read('hash-object', '--', path);
  return current !== (await git.read('rev-parse', `:2:./${path}`));
}

function hasMarks(path: string): boolean {
  return existsSync(path) && /^(?:<{7}|>{7}) /m.test(readFileSync(path, 'utf8'));
}

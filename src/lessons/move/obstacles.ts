import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../errors.ts';
import type { Repository } from '../../project/repository.ts';

/**
 * Refuses where a file that git does not know lies where the move would write: git would overwrite
 * one that is ignored without a word.
 * @param from tree of the repository as the project is now
 * @param to tree that the move leads to
 */
export async function refuseFilesInTheWay(
  { git }: Repository,
  from: string,
  to: string,
): Promise<void> {
  const asked = ['diff-tree', '-r', '-z', '--relative', '--no-renames', '--diff-filter=A'];
  const added = await git.list(...asked, '--name-only', from, to);
  const tracked = new Set(await git.list('ls-tree', '-r', '-z', '--name-only', from));
  const obstacles = added.flatMap((path) => obstacleOf(git.folder, path, tracked) ?? []);
  const found = [...new Set(obstacles)];
  if (found.length === 0) return;
  throw new UserError(
    `${found.join(', ')}: git ignores what lies there, and the move would write over it.`,
    'Move it away, or let git know it: git add --force',
  );
}

/** The path itself, or a file where a folder on the way to it would have to be. */
function obstacleOf(folder: string, path: string, tracked: ReadonlySet<string>): string | null {
  const parts = path.split('/');
  for (let length = 1; length <= parts.length; length += 1) {
    const place = parts.slice(0, length).join('/');
    const found = lstatSync(join(folder, place), { throwIfNoEntry: false });
    if (found === undefined || tracked.has(place)) return null;
    if (place === path || !found.isDirectory()) return place;
  }
  return null;
}

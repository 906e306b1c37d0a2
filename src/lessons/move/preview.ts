import type { Repository } from '../../project/repository.ts';
import { writeTree, type Tree } from '../../project/trees.ts';
import { renameSettings } from './renames.ts';

/** A file that git cannot merge by itself. */
export interface FileConflict {
  /** As the person calls it. */
  readonly path: string;
  /** Which of the three have the file: the common ancestor, the person, the stage. */
  readonly has: { readonly base: boolean; readonly yours: boolean; readonly theirs: boolean };
}

/** A merge that has been tried, but has touched nothing. */
export interface Preview {
  /** The commit that is to be picked; its parent is the common ancestor. */
  readonly pick: string;
  /** The tree that comes of it, with marks where there are conflicts. */
  readonly tree: string;
  readonly conflicts: readonly FileConflict[];
}

/** What git merges with: the same for what is tried and what is then done. */
export const mergeSettings = [...renameSettings, 'merge.conflictStyle=merge'];

/**
 * Makes commits of both sides, and tries to carry the person's project from one to the other.
 * @param mine tree of the whole repository, with the project as it is now
 */
export async function tryCrossing(
  repository: Repository,
  { base, next }: { readonly base: Tree; readonly next: Tree },
  mine: string,
  message: string,
): Promise<Preview> {
  const { top } = repository;
  const root = await writeTree(repository, base, mine);
  const ancestor = await top.read('commit-tree', '-m', 'What the kit made', root);
  const child = (tree: string) => top.read('commit-tree', '-p', ancestor, '-m', message, tree);
  const pick = await child(await writeTree(repository, next, mine));
  const merge = await top
    .with(mergeSettings)
    .try('merge-tree', '--write-tree', '-z', '--no-messages', await child(mine), pick);
  const [tree = '', ...stages] = merge.stdout.split('\0').filter(Boolean);
  return { pick, tree, conflicts: readConflicts(stages, repository.prefix) };
}

/** @param stages lines of `git ls-files --unmerged`, paths from the top of the repository */
export function readConflicts(stages: readonly string[], prefix: string): FileConflict[] {
  const found = new Map<string, Set<string>>();
  for (const line of stages) {
    const [, stage, path] = /^\d+ \w+ ([123])\t(.*)$/s.exec(line)!;
    const shown = path!.startsWith(prefix) ? path!.slice(prefix.length) : path!;
    found.set(shown, (found.get(shown) ?? new Set()).add(stage!));
  }
  return [...found].map(([path, has]) => ({
    path,
    has: { base: has.has('1'), yours: has.has('2'), theirs: has.has('3') },
  }));
}

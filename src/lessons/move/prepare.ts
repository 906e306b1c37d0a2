import type { Stage } from '../../catalog/stages.ts';
import { UserError } from '../../errors.ts';
import type { KnownProject } from '../../project/read-state.ts';
import type { Repository } from '../../project/repository.ts';
import { STATE_FILE } from '../../project/state.ts';
import { lookAtWorkingTree, type WorkingTree } from '../../project/trees.ts';
import type { FileDiff } from '../../scaffold/stage-diff.ts';
import type { Crossing } from './adapt.ts';
import { listChanges, type Changes } from './changes.ts';
import { noteConflicts, type ConflictNote } from './conflict-notes.ts';
import { refuseFilesInTheWay } from './obstacles.ts';
import { tryCrossing, type FileConflict } from './preview.ts';
import { settleLock, settleManifest } from './settle-manifest.ts';

/** Where a crossing leads, and what is known about it. */
export interface Destination {
  readonly to: Stage;
  /** Subject of the commit. */
  readonly message: string;
  readonly diffs: readonly FileDiff[];
  /** By the kit's path, the person's, of files that were renamed. */
  readonly renames: ReadonlyMap<string, string>;
}

/** A crossing that has been tried, and has touched nothing yet. */
export interface Prepared {
  readonly to: Stage;
  readonly message: string;
  /** The commit to be picked. */
  readonly pick: string;
  readonly conflicts: readonly ConflictNote[];
  readonly changes: Changes;
  readonly isLockComplete: boolean;
}

/**
 * Looks at the project as it lies on disk.
 * @throws UserError where git is told not to look
 */
export async function lookAtProject(repository: Repository): Promise<WorkingTree> {
  const { git, prefix } = repository;
  const isIgnored = (await git.try('check-ignore', '--quiet', '--no-index', '.')).exitCode === 0;
  const mine = isIgnored ? null : await lookAtWorkingTree(repository);
  const state = `${mine?.id}:${prefix}${STATE_FILE}`;
  if (mine !== null && (await git.try('cat-file', '-e', state)).exitCode === 0) return mine;
  throw new UserError(
    `git ignores ${STATE_FILE}, and so perhaps the whole project.`,
    'Take it out of .gitignore, and commit the project.',
  );
}

/** Tries a crossing, with the manifest merged by key and the lock file kept out of it. */
export async function prepareCrossing(
  repository: Repository,
  { stack, packageManager }: Pick<KnownProject, 'stack' | 'packageManager'>,
  crossing: Crossing,
  mine: WorkingTree,
  { to, message, diffs, renames }: Destination,
): Promise<Prepared> {
  const manifest = stack.manifestFile;
  const wanted = crossing.next.get(manifest);
  const keys = await settleManifest(repository, crossing, manifest);
  const lock = packageManager.lockFile;
  const isLockComplete = await settleLock(repository, crossing, { manifest, lock, wanted });
  const { pick, tree, conflicts } = await tryCrossing(repository, crossing, mine.id, message);
  await refuseFilesInTheWay(repository, mine.id, tree);
  const marked = await readMarked(repository, tree, conflicts);
  return {
    to,
    message,
    pick,
    conflicts: noteConflicts(conflicts, { diffs, renames, manifest, keys, marked }),
    changes: await listChanges(repository, mine.id, tree),
    isLockComplete,
  };
}

async function readMarked(
  { git, prefix }: Repository,
  tree: string,
  conflicts: readonly FileConflict[],
): Promise<ReadonlyMap<string, string>> {
  const texts = await Promise.all(
    conflicts.map(async ({ path }): Promise<[string, string]> => {
      const { stdout } = await git.try('cat-file', 'blob', `${tree}:${prefix}${path}`);
      return [path, stdout];
    }),
  );
  return new Map(texts);
}

import { UserError } from '../../errors.ts';
import { Git, type GitContext } from '../../project/git.ts';
import type { KnownProject } from '../../project/read-state.ts';
import type { Drill } from './drill.ts';
import { requireCleanTree } from './require-clean-tree.ts';

/**
 * Takes a mistake out again: by the reverse of its commit, or by going back to the learner's branch.
 * @throws UserError where there is something that is not committed, or later commits overlap
 */
export async function takeBack(
  context: GitContext,
  project: KnownProject,
  { broken, back }: Drill,
): Promise<void> {
  await requireCleanTree(context, project);
  const git = await new Git(context, project.folder).committing();
  if (back !== null) {
    await git.read('switch', '--quiet', back);
    return;
  }
  const reverted = await git.try('revert', '--no-edit', broken);
  if (reverted.exitCode === 0) return;
  await git.try('revert', '--abort');
  throw new UserError(
    'What you have changed since overlaps with what was planted, so it cannot be taken out.',
    `See what it was, and mend it by hand: git show ${broken.slice(0, 10)}`,
  );
}

import { UserError } from '../../errors.ts';
import { isKept } from '../../project/commits.ts';
import { Git, type GitContext } from '../../project/git.ts';
import type { KnownProject } from '../../project/read-state.ts';

/**
 * Refuses to begin where something could be lost.
 * @throws UserError where git does not keep the project, or something is not committed
 */
export async function requireCleanTree(
  context: GitContext,
  { folder }: KnownProject,
): Promise<void> {
  if (!(await isKept(context, folder))) {
    throw new UserError(
      'Git keeps no history of this project, and a drill is a commit in it.',
      'Make one: git init && git add --all && git commit -m "Start"',
    );
  }
  const changes = await new Git(context, folder).read('status', '--porcelain', '--', '.');
  if (changes === '') return;
  throw new UserError(
    'There is something that is not committed, and it would be mixed with the drill.',
    'Commit it or put it away (git stash), and try again.',
  );
}

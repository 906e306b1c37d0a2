import { Git, type GitContext } from '../../project/git.ts';
import type { Mending } from './diary.ts';

/** The commit that mended something, as git names it in a line; null where there is none yet. */
export async function mendingCommit(
  context: GitContext,
  project: string,
  { head, isUncommitted }: Mending,
): Promise<string | null> {
  if (head === null) return null;
  const git = new Git(context, project);
  const range = isUncommitted ? ['--reverse', `${head}..HEAD`] : ['--max-count=1', head];
  const log = await git.try('log', '--format=%h %s', ...range, '--');
  return log.exitCode === 0 ? log.stdout.split('\n')[0] || null : null;
}

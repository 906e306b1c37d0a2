import { existsSync, realpathSync } from 'node:fs';
import { Git, type GitContext } from './git.ts';

/** What git says of the place where a project is to stand; `root` is that of a repository. */
export type GitSituation = 'absent' | 'inside-a-repository' | 'root' | 'outside';

/** How the first commit came about. */
export interface FirstCommit {
  readonly made: boolean;
  /** Why none was made, or that it carries the kit's own identity; null when all is as usual. */
  readonly remark: string | null;
}

const INSIDE = 'inside-a-repository';

/** Asks git whether it works here, and whether a folder lies inside a repository already. */
export async function inspectGit(context: GitContext, folder: string): Promise<GitSituation> {
  const result = await new Git(context, folder).try('rev-parse', '--show-toplevel');
  if (result.exitCode === 0) return isSame(result.stdout.trimEnd(), folder) ? 'root' : INSIDE;
  if (result.output.includes('not a git repository')) return 'outside';
  return result.output.includes('dubious ownership') ? INSIDE : 'absent';
}

/** Makes an ordinary repository of a project, with everything in its first commit. */
export async function commitProject(
  context: GitContext,
  folder: string,
  message: string,
): Promise<FirstCommit> {
  const git = new Git(context, folder);
  await git.read('init', '--quiet', '--template=', '--initial-branch=main');
  const committing = await git.committing();
  await committing.read('add', '--all', '.');
  await committing.read('commit', '--quiet', '-m', message);
  const remark = (await git.hasIdentity())
    ? null
    : "git knows no name and e-mail of yours, so the commit carries the kit's own";
  return { made: true, remark };
}

function isSame(path: string, other: string): boolean {
  return existsSync(path) && realpathSync(path) === realpathSync(other);
}

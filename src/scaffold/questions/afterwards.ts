import { dirname } from 'node:path';
import { existsSync } from 'node:fs';
import type { Context } from '../../context.ts';
import { inspectGit } from '../../project/history.ts';
import type { Interview } from '../interview.ts';

/** What is to be done with a project once it stands. */
export interface Wishes {
  readonly git: boolean;
  /** Why no repository is made although nobody declined it; null otherwise. */
  readonly gitRemark: string | null;
  readonly install: boolean;
  readonly test: boolean;
}

type GitContext = Pick<Context, 'run' | 'env' | 'signal'>;

/**
 * Whether the project gets a first commit. What is merged into a folder of somebody's is left for
 * them to commit, and a repository inside another one is made only when it is asked for.
 */
export async function answerGit(
  interview: Interview,
  context: GitContext,
  target: string,
): Promise<Pick<Wishes, 'git' | 'gitRemark'>> {
  const { git, mergeInto } = interview.flags;
  if (git === false) return { git: false, gitRemark: null };
  const folder = nearestFolder(target);
  const situation = await inspectGit(context, folder);
  if (situation === 'absent') return without('git is not installed, or does not work here');
  if (git === true) return { git: true, gitRemark: null };
  if (mergeInto !== undefined) return without('look at what was added, then commit it yourself');
  const isNested =
    situation === 'inside-a-repository' || (situation === 'root' && folder !== target);
  if (!isNested) {
    return { git: await interview.prefer('Make a git repository?', true), gitRemark: null };
  }
  if (!interview.isAsking) {
    return without('the folder is inside another repository (--git nests one all the same)');
  }
  const nested = 'This is inside another git repository. Nest one of its own?';
  return { git: await interview.prefer(nested, false), gitRemark: null };
}

const without = (gitRemark: string) => ({ git: false, gitRemark });

/** Tests need the dependencies: declining the one declines the other. */
export async function answerInstall(
  interview: Interview,
): Promise<Pick<Wishes, 'install' | 'test'>> {
  const { install, test } = interview.flags;
  if (install === false) return { install: false, test: false };
  const isSettled = install === true || test === false;
  const wanted = isSettled || (await interview.prefer('Install and run the tests?', true));
  return { install: wanted, test: wanted && test !== false };
}

function nearestFolder(path: string): string {
  return existsSync(path) ? path : nearestFolder(dirname(path));
}

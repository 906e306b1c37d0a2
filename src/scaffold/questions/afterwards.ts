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

/** Inside another repository a nested one is made only when it is asked for. */
export async function answerGit(
  interview: Interview,
  context: GitContext,
  target: string,
): Promise<Pick<Wishes, 'git' | 'gitRemark'>> {
  const { git } = interview.flags;
  if (git === false) return { git: false, gitRemark: null };
  const situation = await inspectGit(context, nearestFolder(target));
  if (situation === 'absent') return { git: false, gitRemark: 'git is not installed' };
  if (git === true) return { git: true, gitRemark: null };
  if (situation === 'outside') {
    return { git: await interview.prefer('Make a git repository?', true), gitRemark: null };
  }
  const remark = 'the folder is inside another repository (--git nests one all the same)';
  if (!interview.isAsking) return { git: false, gitRemark: remark };
  const nested = 'This is inside another git repository. Nest one of its own?';
  return { git: await interview.prefer(nested, false), gitRemark: null };
}

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

import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Git, type GitContext } from '../../project/git.ts';

/** Settings of a repository that name no program and no other place. */
const PLAIN_CONFIG = '[core]\n\trepositoryformatversion = 0\n\tbare = false\n';

/** The last commit of a repository. */
export interface LastCommit {
  readonly id: string;
  /** Milliseconds since 1970, as its author's machine had it. */
  readonly time: number;
}

/**
 * The last commit in the copy of a repository; null where there is none. The copy has lost what of
 * a repository makes git run programs: it gets settings of ours.
 */
export async function lastCommitIn(
  folder: string,
  { run, env, signal }: GitContext,
): Promise<LastCommit | null> {
  if (!existsSync(join(folder, '.git', 'HEAD'))) return null;
  writeFileSync(join(folder, '.git', 'config'), PLAIN_CONFIG);
  const own = { ...env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  const git = new Git({ run, env: own, signal }, folder);
  const { exitCode, stdout } = await git.try('log', '-1', '--format=%H %ct', 'HEAD');
  const [id = '', seconds] = stdout.trim().split(' ');
  return exitCode === 0 && id !== '' ? { id, time: Number(seconds) * 1000 } : null;
}

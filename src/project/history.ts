import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';

/** What git can do where the project is to stand. */
export type GitSituation = 'absent' | 'inside-a-repository' | 'outside';

/** How the first commit came about. */
export interface FirstCommit {
  readonly made: boolean;
  /** Why none was made, or that it carries the kit's own identity; null when all is as usual. */
  readonly remark: string | null;
}

type GitContext = Pick<Context, 'run' | 'env' | 'signal'>;

const kitIdentity = ['-c', 'user.name=create-backend', '-c', 'user.email=create-backend@localhost'];
const quiet = ['-c', 'core.hooksPath=/dev/null', '-c', 'commit.gpgSign=false', '-c', 'gc.auto=0'];

/** Asks git whether it is there, and whether a folder lies inside a repository already. */
export async function inspectGit(context: GitContext, folder: string): Promise<GitSituation> {
  const result = await git(context, folder, ['rev-parse', '--is-inside-work-tree']);
  if (!result.started) return 'absent';
  return result.stdout.trim() === 'true' ? 'inside-a-repository' : 'outside';
}

/** Makes an ordinary repository of a project, with everything in its first commit. */
export async function commitProject(
  context: GitContext,
  folder: string,
  message: string,
): Promise<FirstCommit> {
  const steps = [
    ['init', '--quiet', '--template=', '--initial-branch=main'],
    ['add', '--all', '.'],
  ];
  for (const step of steps) await mustSucceed(context, folder, step);
  const identity = (await hasIdentity(context, folder)) ? [] : kitIdentity;
  await mustSucceed(context, folder, [...quiet, ...identity, 'commit', '--quiet', '-m', message]);
  const remark =
    identity.length === 0
      ? null
      : "git knows no name and e-mail of yours, so the commit carries the kit's own";
  return { made: true, remark };
}

async function hasIdentity(context: GitContext, folder: string): Promise<boolean> {
  const asked = ['-c', 'user.useConfigOnly=true', 'var', 'GIT_COMMITTER_IDENT'];
  return (await git(context, folder, asked)).exitCode === 0;
}

async function mustSucceed(context: GitContext, folder: string, args: string[]): Promise<void> {
  const result = await git(context, folder, args);
  if (result.exitCode === 0) return;
  const reason = result.output.trim().split('\n').at(-1) ?? '';
  throw new UserError(`git ${args.find((arg) => /^[a-z]+$/.test(arg))} failed: ${reason}`);
}

/** Runs git as if nothing of an outer git (a hook, say) were set in the environment. */
function git({ run, env, signal }: GitContext, folder: string, args: readonly string[]) {
  const own = Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^GIT_(?!AUTHOR_|COMMITTER_|CONFIG_)/.test(name)),
  );
  return run(['git', ...args], { cwd: folder, env: { ...own, LC_ALL: 'C' }, signal });
}

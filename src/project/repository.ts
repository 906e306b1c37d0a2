import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../errors.ts';
import { Git, type GitContext } from './git.ts';

/** The git repository that a project is in, as its root or somewhere below. */
export interface Repository {
  /** git in the project's folder. */
  readonly git: Git;
  /** git in the repository's top folder. */
  readonly top: Git;
  /** Where the project is below the top, e.g. `services/my-api/`; empty at the top itself. */
  readonly prefix: string;
  /** The branch that is checked out. */
  readonly branch: string;
}

/** The oldest git that merges without a working tree, as major and minor version. */
const OLDEST_GIT = [2, 38] as const;

/** What git leaves behind while it is in the middle of something, and how that is ended. */
const unfinished: readonly (readonly [file: string, what: string, way: string])[] = [
  ['rebase-merge', 'a rebase', 'git rebase --continue, or --abort'],
  ['rebase-apply', 'a rebase', 'git rebase --continue, or --abort'],
  ['MERGE_HEAD', 'a merge', 'git commit, or git merge --abort'],
  ['CHERRY_PICK_HEAD', 'a cherry-pick', 'git cherry-pick --continue, or --abort'],
  ['REVERT_HEAD', 'a revert', 'git revert --continue, or --abort'],
  ['BISECT_LOG', 'a bisection', 'git bisect reset'],
];

/**
 * Opens the repository of a project.
 * @throws UserError where there is none that can be worked with
 */
export async function openRepository(context: GitContext, folder: string): Promise<Repository> {
  const plain = new Git(context, folder);
  await refuseOldGit(plain);
  const top = await plain.try('rev-parse', '--show-toplevel');
  if (top.exitCode !== 0) {
    throw new UserError(
      'Here is no git repository, and a project is moved by git, so that nothing of yours is lost.',
      'Make one: git init && git add --all && git commit -m Start',
    );
  }
  const git = await plain.committing();
  const prefix = await git.read('rev-parse', '--show-prefix');
  const branch = await checkedOutBranch(git);
  return { git, top: git.in(top.stdout.trimEnd()), prefix, branch };
}

/** Refuses to begin while git is in the middle of something else. */
export async function refuseUnfinished({ git }: Repository): Promise<void> {
  const paths = await Promise.all(unfinished.map(([file]) => privatePath(git, file)));
  const found = unfinished.find((_, at) => existsSync(paths[at]!));
  if (found !== undefined) {
    const [, what, way] = found;
    throw new UserError(`git is in the middle of ${what} here.`, `End it first: ${way}`);
  }
  const unmerged = await git.list('diff', '--name-only', '--diff-filter=U', '-z');
  if (unmerged.length === 0) return;
  throw new UserError(`${unmerged[0]} has conflicts from a merge.`, 'Resolve them, and commit.');
}

/** Path of a file of git's own in this working tree, e.g. `CHERRY_PICK_HEAD`. */
export async function privatePath(git: Git, name: string): Promise<string> {
  return resolve(git.folder, await git.read('rev-parse', '--git-path', name));
}

async function refuseOldGit(git: Git): Promise<void> {
  const { started, stdout } = await git.try('--version');
  if (!started) {
    const hint = 'Install it; create-backend doctor says how.';
    throw new UserError('A project is moved by git, which is not installed here.', hint);
  }
  const [major = 0, minor = 0] = /(\d+)\.(\d+)/.exec(stdout)?.slice(1).map(Number) ?? [];
  const [oldestMajor, oldestMinor] = OLDEST_GIT;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  const needed = OLDEST_GIT.join('.');
  throw new UserError(`git ${major}.${minor} cannot do this.`, `Install git ${needed} or newer.`);
}

async function checkedOutBranch(git: Git): Promise<string> {
  if ((await git.try('rev-parse', '--verify', '--quiet', 'HEAD')).exitCode !== 0) {
    const hint = 'Make the first one: git add --all && git commit -m Start';
    throw new UserError('The repository has no commit yet.', hint);
  }
  const { exitCode, stdout } = await git.try('symbolic-ref', '--quiet', '--short', 'HEAD');
  if (exitCode === 0) return stdout.trimEnd();
  throw new UserError(
    'No branch is checked out here (a detached HEAD), so a commit would belong to none.',
    'Go to yours (git switch main), or make one here: git switch -c my-work',
  );
}

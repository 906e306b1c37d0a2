import { UserError } from '../../errors.ts';
import type { Git } from '../../project/git.ts';
import type { Repository } from '../../project/repository.ts';

/** What nobody wants in a commit, whatever their `.gitignore` has lost. */
const unwanted = /(?:^|\/)(?:node_modules\/|\.env$)/;

/** Refuses where what is not committed yet could not be, or could not be told from the project. */
export async function refuseUncommittable({ git, top, prefix }: Repository): Promise<void> {
  const staged = await top.list('diff', '--cached', '--name-only', '-z');
  const outside = staged.find((path) => !path.startsWith(prefix));
  if (outside !== undefined) {
    throw new UserError(
      `${outside} is staged, and it is no part of this project.`,
      'Commit it, or take it back: git restore --staged .',
    );
  }
  const unknown = await git.list('ls-files', '--others', '--exclude-standard', '-z', '--', '.');
  const found = unknown.find((path) => unwanted.test(path));
  if (found === undefined) return;
  throw new UserError(
    `${found} would be committed, since git does not ignore it.`,
    'Name it in .gitignore first.',
  );
}

/** Commits what lies in the project's folder; returns whether there was anything. */
export async function commitAll(git: Git, message: string): Promise<boolean> {
  await git.read('add', '--all', '--', '.');
  if ((await git.try('diff', '--cached', '--quiet')).exitCode === 0) return false;
  await git.read('commit', '--quiet', '-m', message);
  return true;
}

/** The first name that no branch or tag has yet: the given one, or it with a number behind. */
export async function freeName(git: Git, kind: 'heads' | 'tags', name: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const tried = number === 1 ? name : `${name}-${number}`;
    const found = await git.try('rev-parse', '--verify', '--quiet', `refs/${kind}/${tried}`);
    if (found.exitCode !== 0) return tried;
  }
}

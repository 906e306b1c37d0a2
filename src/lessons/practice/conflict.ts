import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Git, type GitContext } from '../../project/git.ts';

/** A repository beside the learner's own, to practise in: two branches change the same line. */
export interface Conflict {
  readonly folder: string;
  /** The branch that is to be merged into the one that is checked out. */
  readonly branch: string;
  readonly file: string;
}

const PARENT = '.create-backend';
const FILE = 'sign.txt';
const BRANCH = 'longer-evenings';
/** Messages of the commits on both sides; both have to be in the history of a resolution. */
export const SIDES = ['Open an hour earlier', 'Stay open until eight in the evening'] as const;

/** Where a project's sandbox is, whether it is there or not. */
export function conflictIn(project: string): Conflict {
  return { folder: join(project, PARENT, 'conflict'), branch: BRANCH, file: FILE };
}

/** Makes the sandbox anew; git ignores it in the project. */
export async function makeConflict(context: GitContext, project: string): Promise<Conflict> {
  const conflict = conflictIn(project);
  rmSync(conflict.folder, { recursive: true, force: true });
  mkdirSync(conflict.folder, { recursive: true });
  writeFileSync(join(project, PARENT, '.gitignore'), '*\n');
  const git = await new Git(context, conflict.folder).committing();
  await git.read('init', '--quiet', '--template=', '--initial-branch=main');
  await commit(git, signWith(9, 18), 'Hang out a sign');
  await git.read('switch', '--quiet', '--create', BRANCH);
  await commit(git, signWith(9, 20), SIDES[1]);
  await git.read('switch', '--quiet', 'main');
  await commit(git, signWith(8, 18), SIDES[0]);
  return conflict;
}

/** Whether a project has its sandbox. */
export function hasConflict(project: string): boolean {
  return existsSync(join(conflictIn(project).folder, '.git'));
}

/** Whether a sign says what both sides wanted. */
export function suitsBoth(sign: string): boolean {
  return /\b8\b.*\b20\b/.test(sign) && !/^(?:<{7}|={7}|>{7})/m.test(sign);
}

function signWith(opens: number, closes: number): string {
  return `Café Corner\n\nOpen from ${opens} to ${closes}\nClosed on Mondays\n`;
}

async function commit(git: Git, sign: string, message: string): Promise<void> {
  writeFileSync(join(git.folder, FILE), sign);
  await git.read('add', FILE);
  await git.read('commit', '--quiet', '-m', message);
}

import { Git, type GitContext } from './git.ts';
import { STATE_FILE } from './state.ts';

/** Paths with brackets in them, say, mean just themselves. */
const LITERALLY = '--literal-pathspecs';

/** Whether git keeps the history of a project. */
export async function isKept(context: GitContext, folder: string): Promise<boolean> {
  const asked = ['ls-files', '--error-unmatch', '--', STATE_FILE];
  return (await new Git(context, folder).try(...asked)).exitCode === 0;
}

/** The commit that a project's history stands at; null where git keeps none. */
export async function headOf(context: GitContext, folder: string): Promise<string | null> {
  if (!(await isKept(context, folder))) return null;
  const { exitCode, stdout } = await new Git(context, folder).try('rev-parse', '--verify', 'HEAD');
  return exitCode === 0 ? stdout.trim() : null;
}

/**
 * Commits these files of a project as they are, and nothing else that is changed or staged.
 * @returns the short name of the commit; null where none of them had changed
 * @throws UserError where git refuses, in the middle of a merge for instance
 */
export async function commitFiles(
  context: GitContext,
  folder: string,
  paths: readonly string[],
  message: string,
): Promise<string | null> {
  if (paths.length === 0) return null;
  const git = await new Git(context, folder).committing();
  const changes = await git.read(LITERALLY, 'status', '--porcelain', '--', ...paths);
  if (changes === '') return null;
  await git.read(LITERALLY, 'add', '--', ...paths);
  await git.read(LITERALLY, 'commit', '--quiet', '-m', message, '--only', '--', ...paths);
  return git.read('rev-parse', '--short', 'HEAD');
}

/**
 * Makes a branch where the history stands, without going to it.
 * @returns its name: the wanted one, with a number behind it where that is taken
 */
export async function addBranch(
  context: GitContext,
  folder: string,
  wanted: string,
): Promise<string> {
  const git = new Git(context, folder);
  const taken = await git.read('branch', '--list', '--format=%(refname:short)', `${wanted}*`);
  const names = new Set(taken.split('\n'));
  let name = wanted;
  for (let number = 2; names.has(name); number++) name = `${wanted}-${number}`;
  await git.read('branch', '--no-track', name);
  return name;
}

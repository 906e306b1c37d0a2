import { existsSync, realpathSync } from 'node:fs';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';

/** What git says of the place where a project is to stand; `root` is that of a repository. */
export type GitSituation = 'absent' | 'inside-a-repository' | 'root' | 'outside';

/** How the first commit came about. */
export interface FirstCommit {
  readonly made: boolean;
  /** Why none was made, or that it carries the kit's own identity; null when all is as usual. */
  readonly remark: string | null;
}

const INSIDE = 'inside-a-repository';

type GitContext = Pick<Context, 'run' | 'env' | 'signal'>;

const kitIdentity = ['-c', 'user.name=create-backend', '-c', 'user.email=create-backend@localhost'];
/** The first commit neither runs programs that others configured nor stumbles over their wishes. */
const plain = [
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'core.safecrlf=false',
  'commit.gpgSign=false',
  'gc.auto=0',
].flatMap((setting) => ['-c', setting]);

/** What binds git to one repository: `git rev-parse --local-env-vars`. */
const boundToARepository =
  /^GIT_(?:ALTERNATE_OBJECT_DIRECTORIES|CONFIG|CONFIG_PARAMETERS|OBJECT_DIRECTORY|DIR|WORK_TREE|IMPLICIT_WORK_TREE|GRAFT_FILE|INDEX_FILE|NO_REPLACE_OBJECTS|REPLACE_REF_BASE|PREFIX|SHALLOW_FILE|COMMON_DIR)$/;

/** Asks git whether it works here, and whether a folder lies inside a repository already. */
export async function inspectGit(context: GitContext, folder: string): Promise<GitSituation> {
  const result = await git(context, folder, ['rev-parse', '--show-toplevel']);
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
  await mustSucceed(context, folder, ['init', '--quiet', '--template=', '--initial-branch=main']);
  await mustSucceed(context, folder, ['add', '--all', '.']);
  const identity = (await hasIdentity(context, folder)) ? [] : kitIdentity;
  await mustSucceed(context, folder, ['commit', '--quiet', '-m', message], identity);
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

async function mustSucceed(
  context: GitContext,
  folder: string,
  args: readonly string[],
  settings: readonly string[] = [],
): Promise<void> {
  const result = await git(context, folder, [...plain, ...settings, ...args]);
  if (result.exitCode === 0) return;
  const reason = result.output.trim().split('\n').at(-1) ?? '';
  throw new UserError(`git ${args[0]} failed: ${reason}`);
}

/** Runs git as if nothing of an outer git (a hook, say) were set in the environment. */
function git({ run, env, signal }: GitContext, folder: string, args: readonly string[]) {
  const own = Object.fromEntries(
    Object.entries(env).filter(([name]) => !boundToARepository.test(name)),
  );
  return run(['git', ...args], { cwd: folder, env: { ...own, LC_ALL: 'C' }, signal });
}

function isSame(path: string, other: string): boolean {
  return existsSync(path) && realpathSync(path) === realpathSync(other);
}

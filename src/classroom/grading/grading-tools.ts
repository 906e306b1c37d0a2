import { availableParallelism } from 'node:os';
import { findPostgres } from '../../checker/database/postgres-programs.ts';
import type { Context } from '../../context.ts';
import { UserError } from '../../errors.ts';
import { findSandbox, type Sandbox } from '../../sandbox/choose-sandbox.ts';
import type { Assignment, Course } from '../course/course.ts';
import { installHere, installIn } from '../packages/install.ts';
import { describeNpm } from '../packages/npm.ts';
import { PackageStore } from '../packages/package-store.ts';
import { POSTGRES_STAGE } from './databases.ts';
import type { FindingsStore } from './findings-store.ts';
import type { GradingTools } from './inquirer.ts';
import { kitCommand, kitMounts } from './kit-in-cell.ts';
import { errandRunner } from './run-errand.ts';
import { graderIn, graderWithoutSandbox } from './run-grader.ts';

/** What an instructor decides about the machine. */
export interface MachineWish {
  /** Whether submissions may do whatever the instructor may. */
  readonly isUnsafe: boolean;
  /** Whether packages must come from what was fetched before. */
  readonly isOffline: boolean;
  /** Longest time for all checks of a submission, in seconds. */
  readonly seconds: number;
}

/** How this machine answers questions. */
export type ErrandRunner = Pick<GradingTools, 'run' | 'sandbox'>;

/**
 * Prepares this machine to ask submissions.
 * @throws UserError where it cannot, with what it lacks
 */
export async function prepareErrands(
  course: Course,
  assignments: readonly Assignment[],
  store: FindingsStore,
  { isUnsafe, isOffline, seconds }: MachineWish,
  context: Context,
): Promise<ErrandRunner> {
  const { env, signal } = context;
  requirePostgres(assignments, env);
  const sandbox = isUnsafe ? null : await requireSandbox(env);
  const npm = await describeNpm(context, isOffline);
  const folder = store.place('packages');
  const tools = { course, seconds, git: context };
  if (sandbox === null) {
    const packages = new PackageStore(folder, installHere(npm, env, signal));
    const run = errandRunner({ ...tools, packages, run: graderWithoutSandbox(env) });
    return { run, sandbox: 'none' };
  }
  const packages = new PackageStore(
    folder,
    installIn(sandbox, npm, store.place('npm-cache'), signal),
  );
  return {
    run: errandRunner({ ...tools, packages, run: graderIn(sandbox) }),
    sandbox: 'bubblewrap',
  };
}

async function requireSandbox(env: NodeJS.ProcessEnv): Promise<Sandbox> {
  const sandbox = await findSandbox(env, kitMounts(env), kitCommand('canaries'));
  if ('open' in sandbox) return sandbox;
  throw new UserError(
    `Submissions are not run here: ${sandbox.missing}.`,
    `${sandbox.hint}\n  Only if you trust every submission as you trust yourself: --unsafe`,
  );
}

/** How many submissions are asked at once unless something else is said: a check must not wait for a processor. */
export function usualJobs(): number {
  return Math.max(1, Math.floor(availableParallelism() / 2));
}

function requirePostgres(assignments: readonly Assignment[], env: NodeJS.ProcessEnv): void {
  if (assignments.every(({ stage }) => stage.number < POSTGRES_STAGE)) return;
  if (findPostgres(env) !== null) return;
  throw new UserError(
    'From stage postgres on, grading needs a Postgres server on this machine, and there is none.',
    'sudo apt-get install postgresql',
  );
}

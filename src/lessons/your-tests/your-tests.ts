import type { Stack } from '../../catalog/stacks.ts';
import { filesOf } from '../../checker/files/project-files.ts';
import type { ProjectCopy } from '../../checker/service/project-copy.ts';
import type { Context } from '../../context.ts';
import type { KnownProject } from '../../project/read-state.ts';
import { ownEnvironment } from '../../system/own-environment.ts';
import type { RunResult } from '../../system/process.ts';
import { projectEnvironment } from '../choose-launch.ts';
import { readJunit, type TestCase } from './junit.ts';

/** Folder of the learner's own tests, in every stack. */
export const YOUR_TESTS = 'test/yours';

/** How a run of the learner's own tests ended. */
export interface YourTestRun {
  /** Whether at least one has run, and none has failed. */
  readonly ok: boolean;
  readonly tests: readonly TestCase[];
  readonly output: string;
}

/** Paths of the tests that a learner has written in a project. */
export function yourTestFiles(project: string, { yourTests }: Stack): string[] {
  return filesOf(project, [yourTests.ending], YOUR_TESTS);
}

/**
 * Runs the learner's own tests, and none of the given ones.
 * @param folder that of the project, or of a copy of it
 */
export async function runYourTests(
  { run, env, signal }: Pick<Context, 'run' | 'env' | 'signal'>,
  project: KnownProject,
  folder: string,
): Promise<YourTestRun> {
  const plain = { ...ownEnvironment(env), NO_COLOR: '1', FORCE_COLOR: undefined };
  const options = { cwd: folder, env: projectEnvironment(project, plain), signal };
  return readRun(await run(project.stack.yourTests.command(null), options));
}

/**
 * The same in a copy that a check has made.
 * @param only the name of the test to run; null for all
 */
export async function runYourTestsIn(
  copy: ProjectCopy,
  { yourTests }: Stack,
  only: string | null = null,
): Promise<YourTestRun> {
  return readRun(await copy.run(yourTests.command(only)));
}

function readRun({ exitCode, stdout, output }: RunResult): YourTestRun {
  const tests = readJunit(stdout);
  return { ok: exitCode === 0 && tests.length > 0, tests, output };
}

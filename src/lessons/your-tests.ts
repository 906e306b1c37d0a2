import type { Context } from '../context.ts';
import type { KnownProject } from '../project/read-state.ts';
import { ownEnvironment } from '../system/own-environment.ts';
import { projectEnvironment } from './choose-launch.ts';

/** Folder of the learner's own tests, in every stack. */
export const YOUR_TESTS = 'test/yours';

/** How a run of the learner's own tests ended. */
export interface YourTestRun {
  readonly ok: boolean;
  readonly output: string;
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
  const { exitCode, output } = await run(project.stack.commands['test-yours']!, options);
  return { ok: exitCode === 0, output };
}

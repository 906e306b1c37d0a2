import { run, type RunResult } from '../../system/process.ts';
import { Failure } from '../failure.ts';
import type { Launch } from '../session.ts';
import type { Settings } from './control.ts';

/** Time in which tests must end, in milliseconds: a connection left open keeps them for ever. */
const END_WITHIN_MS = 60_000;

/**
 * What came of the project's own tests; null where no command for them is known.
 * @throws Failure when they do not end
 */
export async function runTests(
  { commands, cwd, env }: Launch,
  settings: Settings,
  signal: AbortSignal,
): Promise<RunResult | null> {
  const commandLine = commands['test'];
  if (commandLine === undefined) return null;
  const deadline = AbortSignal.timeout(END_WITHIN_MS);
  const options = {
    cwd,
    env: { ...env, ...settings },
    signal: AbortSignal.any([signal, deadline]),
  };
  try {
    return await run(commandLine, options);
  } catch (error) {
    signal.throwIfAborted();
    if (!deadline.aborted) throw error;
    const expected = `the project’s tests end within ${END_WITHIN_MS / 1000} s`;
    throw new Failure({ expected, got: 'they go on running' });
  }
}

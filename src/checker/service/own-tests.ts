import type { RunResult } from '../../system/process.ts';
import type { Launch } from '../target.ts';
import type { Settings } from './control.ts';
import { runCommand } from './run-command.ts';

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
  return runCommand({ name: 'test', commandLine, cwd, env: { ...env, ...settings } }, signal);
}

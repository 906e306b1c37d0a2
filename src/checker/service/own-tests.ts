import { run, type RunResult } from '../../system/process.ts';
import type { Launch } from '../session.ts';
import type { Settings } from './control.ts';

/** What came of the project's own tests; null where no command for them is known. */
export async function runTests(
  { commands, cwd, env }: Launch,
  settings: Settings,
  signal: AbortSignal,
): Promise<RunResult | null> {
  const commandLine = commands['test'];
  if (commandLine === undefined) return null;
  return run(commandLine, { cwd, env: { ...env, ...settings }, signal });
}

import { run, type RunResult } from '../../system/process.ts';
import { Failure } from '../failure.ts';
import type { Launch } from '../session.ts';
import type { Settings } from './control.ts';

const SHOWN_LINES = 3;

/**
 * Brings the data that the settings name up to date, by the project's own command; a service
 * without one sees to it itself.
 * @throws Failure when the command fails
 */
export async function runMigrate(
  launch: Launch,
  settings: Settings,
  signal: AbortSignal,
): Promise<void> {
  const result = await tryMigrate(launch, settings, signal);
  if (result === null || result.exitCode === 0) return;
  throw new Failure({
    expected: 'the migrate command ends with exit code 0',
    got: `exit code ${result.exitCode}: ${lastWords(result)}`,
  });
}

/** What came of the migrate command; null where there is none. */
export async function tryMigrate(
  launch: Launch,
  settings: Settings,
  signal: AbortSignal,
): Promise<RunResult | null> {
  if (launch.migrate === null) return null;
  const env = { ...launch.env, APP_ENV: 'test', ...settings };
  return run(launch.migrate, { cwd: launch.cwd, env, signal });
}

/** The end of what a command said. */
export function lastWords({ output }: RunResult): string {
  return output.trim().split('\n').slice(-SHOWN_LINES).join(' ');
}

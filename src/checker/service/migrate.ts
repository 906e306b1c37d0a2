import type { RunResult } from '../../system/process.ts';
import { Failure } from '../failure.ts';
import type { Launch } from '../target.ts';
import type { Settings } from './control.ts';
import { lastWords, runCommand } from './run-command.ts';

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
    likely: 'a migration cannot be run on an empty database, so the service was not started',
  });
}

/**
 * What came of the migrate command; null where there is none.
 * @throws Failure when it does not end
 */
export async function tryMigrate(
  { migrate, cwd, env, programs }: Launch,
  settings: Settings,
  signal: AbortSignal,
): Promise<RunResult | null> {
  if (migrate === null) return null;
  const own = { ...env, APP_ENV: 'test', ...settings };
  return runCommand({ name: 'migrate', commandLine: migrate, cwd, env: own, programs }, signal);
}

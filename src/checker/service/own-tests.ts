import type { RunResult } from '../../system/process.ts';
import type { Launch } from '../target.ts';
import type { Settings } from './control.ts';
import { runCommand } from './run-command.ts';

/** Whole suites take longer than commands, on a busy machine above all; in milliseconds. */
const TESTS_END_WITHIN_MS = 180_000;

/**
 * What came of the project's own tests, whose command is known.
 * @throws Failure when they do not end
 */
export async function runTests(
  { commands, cwd, env, programs }: Launch,
  settings: Settings,
  signal: AbortSignal,
): Promise<RunResult> {
  const testing = {
    name: 'test',
    commandLine: commands['test']!,
    cwd,
    programs,
    withinMs: TESTS_END_WITHIN_MS,
  };
  return runCommand({ ...testing, env: { ...env, ...settings } }, signal);
}

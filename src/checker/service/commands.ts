import type { RunResult } from '../../system/process.ts';
import { NotRunnable } from '../failure.ts';
import type { Launch } from '../target.ts';
import type { Settings } from './control.ts';
import { runCommand } from './run-command.ts';

/** A command of a service that copies its data, or brings them back. */
export type CopyCommand = 'backup' | 'restore';

/**
 * Runs such a command with the file of the copy as its last word.
 * @param settings lead to the data
 * @throws NotRunnable where the service has none that is known, Failure when it does not end
 */
export async function runCopyCommand(
  launch: Launch,
  command: CopyCommand,
  settings: Settings,
  file: string,
  signal: AbortSignal,
): Promise<RunResult> {
  const commandLine = launch.commands[command];
  if (commandLine === undefined) {
    throw new NotRunnable(`it runs the ${command} command, and none is known of this service`);
  }
  const env = { ...launch.env, APP_ENV: 'test', ...settings };
  const { cwd, programs } = launch;
  const copying = { name: command, commandLine: [...commandLine, file], cwd, env, programs };
  return runCommand(copying, signal);
}

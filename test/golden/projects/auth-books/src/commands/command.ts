import { mkdir } from 'node:fs/promises';
import { readConfig, type Config } from '../config.ts';

/** Runs a command and prints the sentence that it answers; a failure is one line and exit code 1. */
export async function runCommand(command: (config: Config) => Promise<string>): Promise<void> {
  try {
    console.log(await command(readConfig(process.env)));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

/** Where the backup is: the argument of the command, or a file in `data/`, which git ignores. */
export async function backupPath(): Promise<string> {
  await mkdir('data', { recursive: true });
  return process.argv[2] ?? 'data/database.backup';
}

import { spawnSync } from 'node:child_process';

/**
 * Runs a command to its end and answers what it wrote to stdout.
 * Throws with all that it wrote when it fails.
 */
export function run(command: string, args: string[], cwd?: string): string {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' };
  const done = spawnSync(command, args, { cwd, env, encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (done.status === 0) return done.stdout;
  const said = done.error?.message ?? `${done.stdout}${done.stderr}`;
  throw new Error(`${command} ${args.join(' ')} failed:\n${said}`);
}

/** Whether a command exists and ends well. */
export function succeeds(command: string, args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { delimiter, join, sep } from 'node:path';
import type { Run } from './process.ts';

const setByAnOuterRun =
  /^(?:npm_(?:package|lifecycle)_|npm_(?:command|execpath|node_execpath|config_local_prefix)$|INIT_CWD$|NODE_COMPILE_CACHE$|NODE_OPTIONS$|NODE_ENV$)/;

/**
 * The environment in which the person will type commands later: without what a package manager
 * that started the kit has put into it, in particular into the PATH.
 */
export function ownEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own = Object.fromEntries(
    Object.entries(env).filter(([name]) => !setByAnOuterRun.test(name)),
  );
  return { ...own, PATH: ownPath(env).join(delimiter) };
}

/** Major version of the Node that the person's own PATH leads to, null where there is none. */
export async function ownNodeVersion(run: Run, env: NodeJS.ProcessEnv): Promise<number | null> {
  const found = findProgram('node', env);
  if (found === null) return null;
  if (realpathSync(found) === realpathSync(process.execPath)) return majorOf(process.version);
  const { exitCode, stdout } = await run([found, '--version'], { cwd: '/', env });
  return exitCode === 0 ? majorOf(stdout) : null;
}

/** Path of a program on the person's own PATH, null where there is none. */
export function findProgram(name: string, env: NodeJS.ProcessEnv): string | null {
  const endings = process.platform === 'win32' ? ['.cmd', '.exe', '.bat'] : [''];
  const candidates = ownPath(env).flatMap((folder) =>
    endings.map((end) => join(folder, name + end)),
  );
  return candidates.find(isExecutable) ?? null;
}

function ownPath(env: NodeJS.ProcessEnv): string[] {
  const folders = (env['PATH'] ?? '').split(delimiter);
  return folders.filter((folder) => folder && !folder.split(sep).includes('node_modules'));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function majorOf(version: string): number {
  return Number(/^v?(\d+)/.exec(version)?.[1] ?? 0);
}

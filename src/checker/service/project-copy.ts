import { cp, readdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { OWN_FOLDER } from '../../project/private-folder.ts';
import type { RunResult } from '../../system/process.ts';
import type { Launched, Settings } from './control.ts';

/** A project that a check may change, with its commands; its data are where it puts them itself. */
export interface ProjectCopy {
  readonly folder: string;
  launch(settings?: Settings): Promise<Launched>;
  /** Runs its migrate command; null where there is none. */
  migrate(settings?: Settings): Promise<RunResult | null>;
  /** Runs a program in its folder. */
  run(commandLine: readonly string[]): Promise<RunResult>;
}

/** What a copy runs. */
export interface CopyRunner {
  launch(settings: Settings): Promise<Launched>;
  migrate(settings: Settings): Promise<RunResult | null>;
  run(commandLine: readonly string[]): Promise<RunResult>;
}

/** Installed dependencies, which are read only. */
const shared = ['node_modules', '.venv'];
/** Nothing of the person's own data: a project decides by itself where the copy's are. */
const ownPlace: Settings = { DATABASE_PATH: undefined };

/**
 * Copies a project into an empty folder: without what git ignores, and without its history.
 * @param signal ends the copying
 */
export async function copyProject(
  project: string,
  folder: string,
  runner: CopyRunner,
  signal: AbortSignal,
): Promise<ProjectCopy> {
  const ignored = new Set(['.git', OWN_FOLDER, ...shared, ...(await ignoredNames(project))]);
  for (const name of await readdir(project)) {
    signal.throwIfAborted();
    if (!ignored.has(name)) await cp(join(project, name), join(folder, name), { recursive: true });
    else if (shared.includes(name)) await symlink(join(project, name), join(folder, name));
  }
  return {
    folder,
    launch: (settings = {}) => runner.launch({ ...ownPlace, ...settings }),
    migrate: (settings = {}) => runner.migrate({ ...ownPlace, ...settings }),
    run: (commandLine) => runner.run(commandLine),
  };
}

/** Names at the top of the project that its `.gitignore` lists as they are. */
async function ignoredNames(project: string): Promise<string[]> {
  const text = await readFile(join(project, '.gitignore'), 'utf8').catch(() => '');
  return text.split('\n').map((line) => line.trim().replace(/^\/|\/$/g, ''));
}

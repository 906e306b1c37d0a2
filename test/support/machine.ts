import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './temporary.ts';

/** A machine as a person might have it: a home, a PATH of its own, and a folder to work in. */
export interface Machine {
  readonly home: string;
  readonly cwd: string;
  /** The folder that the PATH begins with. */
  readonly programs: string;
  readonly env: NodeJS.ProcessEnv;
}

/** What a test run of a generated project ends with. */
const TESTS_PASS = `echo 'ℹ tests 3'; echo 'ℹ pass 3'; echo 'ℹ fail 0'`;

/** A package manager that installs nothing and whose tests pass, at once and without a network. */
export const INSTANT = `case "$1" in run) ${TESTS_PASS};; --version) echo 11.0.0;; *) mkdir -p node_modules;; esac`;

/**
 * A machine with Node 24, git, a shell's tools, and programs that are little shell scripts.
 * @param scripts by name of the program, e.g. `npm`
 */
export function machine(scripts: Readonly<Record<string, string>> = { npm: INSTANT }): Machine {
  const folder = temporaryFolder();
  const [home, cwd, programs] = ['home', 'work', 'programs'].map((name) => join(folder, name));
  for (const path of [home, cwd, programs]) mkdirSync(path!);
  symlinkSync(process.execPath, join(programs!, 'node'));
  for (const name of ['git', 'sh', 'mkdir', 'sleep', 'cat', 'touch']) linkProgram(name, programs!);
  for (const [name, script] of Object.entries(scripts)) addProgram(programs!, name, script);
  const env = {
    HOME: home,
    PATH: programs,
    LANG: 'C.UTF-8',
    TERM: 'xterm',
    GIT_CONFIG_NOSYSTEM: '1',
  };
  return { home: home!, cwd: cwd!, programs: programs!, env };
}

/** Puts a shell script into a folder of programs. */
export function addProgram(programs: string, name: string, script: string): void {
  const path = join(programs, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
}

/** Puts a program of the real machine into a folder of programs, where there is one. */
export function linkProgram(name: string, programs: string): void {
  const path = execFileSync('sh', ['-c', `command -v ${name} || true`], {
    encoding: 'utf8',
  }).trim();
  if (existsSync(path)) symlinkSync(path, join(programs, name));
}

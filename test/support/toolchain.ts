import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'vitest';
import { ownEnvironment } from '../../src/system/own-environment.ts';

/**
 * A suite that needs something of the machine: without it, it is skipped where people can see it,
 * and fails where CI is set.
 */
export function describeWith(what: string | null, title: string, body: () => void): void {
  const isMissing = what === null;
  describe.skipIf(isMissing && !process.env['CI'])(isMissing ? `${title} (missing)` : title, body);
}

/** A Node that is older than the kit wants; null where this machine has none. */
export const oldNode =
  ['/usr/bin/node', '/usr/local/bin/node'].find((path) => existsSync(path) && majorOf(path) < 24) ??
  null;

/**
 * The own environment of whoever runs the tests, in which `node` is the Node that runs them.
 * @param root a folder that may be written to
 */
export function environmentWithNode(root: string): NodeJS.ProcessEnv {
  const programs = join(root, 'programs');
  mkdirSync(programs);
  symlinkSync(process.execPath, join(programs, 'node'));
  const { CI: _, PATH, ...others } = ownEnvironment(process.env);
  return { ...others, PATH: `${programs}:${PATH}` };
}

function majorOf(node: string): number {
  const version = execFileSync(node, ['--version'], { encoding: 'utf8' });
  return Number(/\d+/.exec(version)?.[0]);
}

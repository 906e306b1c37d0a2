import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe } from 'vitest';

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

function majorOf(node: string): number {
  const version = execFileSync(node, ['--version'], { encoding: 'utf8' });
  return Number(/\d+/.exec(version)?.[0]);
}

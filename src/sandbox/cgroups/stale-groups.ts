import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Ground } from './cgroup.ts';
import { killAll, tryToRemove } from './remove-groups.ts';

/** Begins the name of a group, and is followed by the number of the process that made it. */
const PREFIX = 'grading-';
let made = 0;

/** A name that tells who made the group. */
export function groupName(): string {
  made += 1;
  return `${PREFIX}${process.pid}-${made}`;
}

/** Removes what processes have left behind that were killed while they graded. */
export function removeStaleGroups(grounds: readonly Ground[]): void {
  for (const { folder } of grounds) {
    for (const name of readdirSync(folder)) {
      const maker = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
      if (maker === undefined || existsSync(`/proc/${maker}`)) continue;
      killAll(join(folder, name));
      tryToRemove(join(folder, name));
    }
  }
}

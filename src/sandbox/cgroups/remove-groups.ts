import { existsSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { signalIfThere } from '../../system/process.ts';

/** Kills all processes of a group and of the groups within. */
export function killAll(folder: string): void {
  if (!existsSync(folder)) return;
  const kill = join(folder, 'cgroup.kill');
  if (existsSync(kill)) return writeFileSync(kill, '1');
  for (const path of [...groupsIn(folder), folder]) {
    for (const pid of readFileSync(join(path, 'cgroup.procs'), 'utf8').split('\n')) {
      if (pid !== '') signalIfThere(Number(pid), 'SIGKILL');
    }
  }
}

/** Removes a group and those within; false while processes are still on their way out. */
export function tryToRemove(folder: string): boolean {
  if (!existsSync(folder)) return true;
  try {
    for (const path of [...groupsIn(folder), folder]) rmdirSync(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EBUSY') return false;
    throw error;
  }
}

function groupsIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name));
}

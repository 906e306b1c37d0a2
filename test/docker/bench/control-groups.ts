import { globSync, lstatSync, rmdirSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const ROOT = '/sys/fs/cgroup';

/**
 * Removes the control groups of an engine that was started with `--cgroup-parent` name, once
 * their last process is gone: within seconds, or it throws.
 */
export async function removeGroups(name: string): Promise<void> {
  thaw(name);
  const end = Date.now() + 10_000;
  while (!removed(name)) {
    if (Date.now() > end) throw new Error(`the control groups ${ROOT}/**/${name} stay in use`);
    await sleep(100);
  }
}

/** A container that was paused when the run was interrupted cannot die before it is thawed. */
function thaw(name: string): void {
  for (const state of globSync(`${ROOT}/**/${name}/*/freezer.state`))
    writeFileSync(state, 'THAWED');
}

function removed(name: string): boolean {
  const groups = globSync(`${ROOT}/**/${name}{,/**}`);
  try {
    for (const group of groups.filter(isFolder).toSorted().toReversed()) rmdirSync(group);
    return true;
  } catch {
    return false;
  }
}

function isFolder(path: string): boolean {
  return lstatSync(path).isDirectory();
}

import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ground } from './cgroup.ts';
import { chooseHierarchies, readHierarchies, type Hierarchy } from './hierarchies.ts';
import { limitWithin } from './settings.ts';

/** Name of our folder at the top of a tree; an administrator may make it, and give it to a user. */
const OURS = 'create-backend';
/** Where this process goes when groups are to be made beside it. */
const LEAF = 'create-backend-itself';

/** Where groups can be made, or why nowhere. */
export type GroundFound = { readonly grounds: readonly Ground[] } | { readonly missing: string };

/** Finds a place for groups that limit memory and processes. */
export function findGround(): GroundFound {
  const hierarchies = chooseHierarchies(hierarchiesHere());
  if (hierarchies === null) {
    return { missing: 'the kernel offers no control groups that limit memory and processes' };
  }
  const grounds: Ground[] = [];
  for (const hierarchy of hierarchies) {
    const folder = groundIn(hierarchy);
    if (folder === null) {
      return { missing: `this user may make no control groups in ${hierarchy.mount}` };
    }
    grounds.push({ hierarchy, folder });
  }
  return { grounds };
}

function hierarchiesHere(): readonly Hierarchy[] {
  if (!existsSync('/proc/self/cgroup')) return [];
  return readHierarchies(textOf('/proc/mounts'), textOf('/proc/self/cgroup'), (mount) =>
    textOf(join(mount, 'cgroup.controllers')),
  );
}

function textOf(path: string): string {
  return readFileSync(path, 'utf8');
}

function groundIn(hierarchy: Hierarchy): string | null {
  const tries = [() => topGround(hierarchy), () => ownGround(hierarchy)];
  for (const attempt of tries) {
    try {
      return attempt();
    } catch (error) {
      if (!isRefusal(error)) throw error;
    }
  }
  return null;
}

/** A folder of ours at the top of the tree: for root, and for whom an administrator gave it. */
function topGround(hierarchy: Hierarchy): string {
  const folder = join(hierarchy.mount, OURS);
  mkdirSync(folder, { recursive: true });
  accessSync(folder, constants.W_OK);
  if (hierarchy.version === 2) {
    limitWithin(hierarchy, hierarchy.mount);
    limitWithin(hierarchy, folder);
  }
  return folder;
}

/** The group that this process is in, where it is the user's own, as in a scope of systemd. */
function ownGround(hierarchy: Hierarchy): string {
  const folder = join(hierarchy.mount, hierarchy.ownPath);
  accessSync(folder, constants.W_OK);
  if (hierarchy.version === 2) {
    leave(folder);
    limitWithin(hierarchy, folder);
  }
  return folder;
}

/** A group with processes of its own cannot limit groups within: they go into one of these. */
function leave(folder: string): void {
  const leaf = join(folder, LEAF);
  mkdirSync(leaf, { recursive: true });
  for (const pid of readFileSync(join(folder, 'cgroup.procs'), 'utf8').split('\n')) {
    if (pid !== '') writeFileSync(join(leaf, 'cgroup.procs'), pid);
  }
}

function isRefusal(error: unknown): boolean {
  const { code = '' } = error as NodeJS.ErrnoException;
  return ['EACCES', 'EPERM', 'EROFS', 'EBUSY', 'ENOENT', 'ENOTSUP', 'EOPNOTSUPP'].includes(code);
}

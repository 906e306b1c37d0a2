import { pinnedNodeLock } from '../catalog/pinned-node.ts';
import type { Plan } from './plan.ts';

type Json = Readonly<Record<string, unknown>>;

/** The project's `package.json`: its identity, then the stages' shares merged by key. */
export function renderManifest(plan: Plan, shares: readonly Json[]): string {
  const merged = shares.reduce<Json>(mergeByKey, {
    name: plan.name.npm,
    version: '0.1.0',
    private: true,
    type: 'module',
  });
  const pinned = plan.nodePin === null ? merged : mergeByKey(merged, nodeShare(plan.nodePin));
  return `${JSON.stringify(sortDependencies(pinned), null, 2)}\n`;
}

/** The parts of an npm lock file that are looked at here. */
interface LockFile {
  name: string;
  packages: Record<string, object> & { '': { name: string; devDependencies?: Json } };
}

/** A shipped npm lock file under the project's own name, with the Node that the project pins. */
export function renderLockFile(plan: Plan, shipped: string): string {
  const lock = JSON.parse(shipped) as LockFile;
  lock.name = plan.name.npm;
  lock.packages[''].name = plan.name.npm;
  if (plan.nodePin !== null) pinNode(lock, plan.nodePin);
  return `${JSON.stringify(lock, null, 2)}\n`;
}

function pinNode(lock: LockFile, version: string): void {
  const { '': root, ...packages } = lock.packages;
  const devDependencies = { ...root.devDependencies, node: version };
  const pinned = { ...packages, ...pinnedNodeLock };
  lock.packages = {
    '': { ...root, devDependencies: sortKeys(devDependencies) },
    ...(sortKeys(pinned) as Record<string, object>),
  };
}

/** The share of a project that brings its own Node. */
function nodeShare(version: string): Json {
  return { devDependencies: { node: version }, allowScripts: { node: true } };
}

/** Objects are merged key by key, null removes a key, anything else replaces what was there. */
export function mergeByKey(base: Json, share: Json): Json {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(share)) {
    const before = merged[key];
    if (value === null) delete merged[key];
    else merged[key] = isObject(before) && isObject(value) ? mergeByKey(before, value) : value;
  }
  return merged;
}

function sortDependencies(manifest: Json): Json {
  const sorted: Record<string, unknown> = { ...manifest };
  for (const key of ['dependencies', 'devDependencies']) {
    if (isObject(sorted[key])) sorted[key] = sortKeys(sorted[key]);
  }
  return sorted;
}

function sortKeys(json: Json): Json {
  return Object.fromEntries(Object.entries(json).sort());
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

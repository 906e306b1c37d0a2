import { isDeepStrictEqual } from 'node:util';
import type { Repository } from '../../project/repository.ts';
import { readText, storeTexts, type Entry } from '../../project/trees.ts';
import type { Crossing } from './adapt.ts';
import type { KeyConflict } from './merge-by-key.ts';
import { mergeManifest, parseObject } from './merge-manifest.ts';

/** The parts of a manifest that decide what is installed. */
const installed = [
  'dependencies',
  'devDependencies',
  'optionalDependencies',
  'peerDependencies',
  'overrides',
];

/** Puts such manifests on both sides that git, line by line, comes to a merge by key. */
export async function settleManifest(
  repository: Repository,
  { base, next, yours }: Crossing,
  path: string,
): Promise<readonly KeyConflict[]> {
  const [before, after, own] = [base.get(path), next.get(path), yours.get(path)];
  if (before === undefined || after === undefined || own === undefined) return [];
  const merge = mergeManifest({
    base: await readText(repository, before),
    yours: await readText(repository, own),
    theirs: await readText(repository, after),
  });
  if (merge === null) return [];
  const [common, theirs] = await storeTexts(repository, [merge.base, merge.theirs]);
  base.set(path, { ...common!, mode: own.mode });
  next.set(path, { ...theirs!, mode: own.mode });
  return merge.conflicts;
}

/**
 * A lock file is never merged: the next one is taken where it fits the merged manifest, otherwise
 * yours stays until an installation brings it up to date.
 * @param wanted the next manifest, before it was merged
 * @returns whether the lock file will say all that the manifest wants
 */
export async function settleLock(
  repository: Repository,
  { base, next, yours }: Crossing,
  { manifest, lock, wanted }: { manifest: string; lock: string; wanted: Entry | undefined },
): Promise<boolean> {
  const [shipped, own, merged] = [next.get(lock), yours.get(lock), next.get(manifest)];
  base.delete(lock);
  next.delete(lock);
  if (!shipped || !own || !merged || !wanted) return false;
  const isComplete = await installTheSame(repository, merged, wanted);
  if (isComplete) {
    base.set(lock, own);
    next.set(lock, shipped);
  }
  return isComplete;
}

async function installTheSame(repository: Repository, one: Entry, other: Entry): Promise<boolean> {
  const [first, second] = [
    parseObject(await readText(repository, one)),
    parseObject(await readText(repository, other)),
  ];
  return installed.every((key) => isDeepStrictEqual(first?.[key], second?.[key]));
}

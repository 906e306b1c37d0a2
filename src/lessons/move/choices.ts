import { writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { UserError } from '../../errors.ts';
import type { Repository } from '../../project/repository.ts';
import type { Journal } from './journal.ts';
import { settleManifest } from './merge-manifest.ts';
import { keepOnBranch } from './pick.ts';
import type { FileConflict } from './preview.ts';
import { listUnmerged } from './unmerged.ts';

/** Whose version of a file in conflict is to stand. */
export type Side = 'yours' | 'theirs';

/** A choice that was carried out. */
export interface Chosen {
  readonly paths: readonly string[];
  /** The branch that keeps the person's versions; null where nothing of theirs had to give way. */
  readonly keptOn: string | null;
}

/**
 * Resolves files in conflict by choosing a side. Where the kit's is taken, the person's is kept on
 * a branch. Of a manifest only the values in conflict are chosen.
 * @param names as they were typed, from the current folder or the project's
 * @param manifest path of the manifest
 */
export async function chooseSide(
  repository: Repository,
  journal: Journal,
  { names, side, cwd, manifest }: { names: string[]; side: Side; cwd: string; manifest: string },
): Promise<Chosen> {
  const unmerged = await listUnmerged(repository);
  const chosen = names.map((name) => findConflict(name, unmerged, repository.git.folder, cwd));
  const { keptOn } = side === 'theirs' ? await keepOnBranch(repository, journal) : journal;
  for (const conflict of chosen) {
    const isSettled = conflict.path === manifest && (await settle(repository, manifest, side));
    if (!isSettled) await takeSide(repository, conflict, side);
  }
  return { paths: chosen.map(({ path }) => path), keptOn };
}

function findConflict(
  name: string,
  unmerged: readonly FileConflict[],
  folder: string,
  cwd: string,
): FileConflict {
  const fromHere = relative(folder, resolve(cwd, name)).split(sep).join('/');
  const found = unmerged.find(({ path }) => path === fromHere || path === name);
  if (found !== undefined) return found;
  const known = unmerged.map(({ path }) => path).join(', ');
  throw new UserError(
    `${name} has no conflict that waits for you.`,
    known === '' ? 'None is left: upgrade --continue' : `These have: ${known}`,
  );
}

async function takeSide(
  { git }: Repository,
  { path, has }: FileConflict,
  side: Side,
): Promise<void> {
  if (!has[side]) {
    await git.read('rm', '--quiet', '--force', '--', path);
    return;
  }
  await git.read('checkout', '--quiet', side === 'yours' ? '--ours' : '--theirs', '--', path);
  await git.read('add', '--force', '--', path);
}

async function settle({ git }: Repository, path: string, side: Side): Promise<boolean> {
  const [base, yours, theirs] = await Promise.all(
    [1, 2, 3].map(async (stage) => (await git.try('show', `:${stage}:./${path}`)).stdout),
  );
  const text = settleManifest({ base: base!, yours: yours!, theirs: theirs! }, side);
  if (text === null) return false;
  writeFileSync(join(git.folder, path), text);
  await git.read('add', '--', path);
  return true;
}

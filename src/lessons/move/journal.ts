import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { privatePath, type Repository } from '../../project/repository.ts';
import { isMissing } from '../../system/file-errors.ts';
import type { ConflictNote } from './conflict-notes.ts';

/** A move that is under way, kept in git's own folder until it is completed or given up. */
export interface Journal {
  readonly action: 'upgrade' | 'back';
  /** Where the project is below the top of the repository. */
  readonly project: string;
  /** Ids of the stages. */
  readonly from: string;
  readonly to: string;
  readonly branch: string;
  /** The commit that the move began at, which the tag names too. */
  readonly before: string;
  readonly tag: string;
  /** The branch that keeps what the person had; null as long as nothing had to be kept. */
  readonly keptOn: string | null;
  readonly message: string;
  /** Text of the state file that the project gets once all is resolved. */
  readonly state: string;
  /** Whether the lock file says all that the manifest wants. */
  readonly isLockComplete: boolean;
  /** Files that git cannot merge. */
  readonly conflicts: readonly ConflictNote[];
}

const JOURNAL = 'create-backend/move.json';

/** The move that is under way in a repository; null where there is none. */
export async function readJournal({ git }: Repository): Promise<Journal | null> {
  try {
    return JSON.parse(readFileSync(await privatePath(git, JOURNAL), 'utf8')) as Journal;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Writes down that a move begins, or what has come of it so far. */
export async function writeJournal({ git }: Repository, journal: Journal): Promise<void> {
  const path = await privatePath(git, JOURNAL);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(journal, null, 2)}\n`);
}

/** Removes the journal of a move that is completed. */
export async function removeJournal({ git }: Repository): Promise<void> {
  rmSync(await privatePath(git, JOURNAL), { force: true });
}

/** Removes all that tells of a move which was given up. A branch with more on it stays. */
export async function forgetMove(repository: Repository, journal: Journal): Promise<void> {
  const { git } = repository;
  await git.try('tag', '--delete', journal.tag);
  if (journal.keptOn !== null) await git.try('branch', '--delete', journal.keptOn);
  await removeJournal(repository);
}

/**
 * Where a move stands: not even begun (or given up by git's own means), waiting for conflicts to be
 * resolved, committed but not completed, or left behind by another branch or history.
 */
export type Progress = 'not-begun' | 'open' | 'committed' | 'left';

/** Finds out where a move stands by looking at the repository. */
export async function progressOf(repository: Repository, journal: Journal): Promise<Progress> {
  const { git, branch } = repository;
  if (branch !== journal.branch) return 'left';
  const head = await git.read('rev-parse', 'HEAD');
  if (head === journal.before) {
    const isClean = (await git.try('diff', '--cached', '--quiet')).exitCode === 0;
    return isClean ? 'not-begun' : 'open';
  }
  const isLater = await git.try('merge-base', '--is-ancestor', journal.before, 'HEAD');
  return isLater.exitCode === 0 ? 'committed' : 'left';
}

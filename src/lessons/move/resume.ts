import { UserError } from '../../errors.ts';
import type { Repository } from '../../project/repository.ts';
import { forgetMove, progressOf, readJournal, type Journal } from './journal.ts';
import { completeMove, giveUpMove } from './pick.ts';
import { listUnresolved } from './unmerged.ts';

/** Refuses to begin where another move is under way; one that never began is forgotten. */
export async function refuseUnfinishedMove(repository: Repository): Promise<void> {
  const journal = await readJournal(repository);
  if (journal === null || (await isForgotten(repository, journal))) return;
  throw new UserError(
    `A move to ${journal.to} is under way.`,
    'End it by upgrade --continue, or by upgrade --abort.',
  );
}

/**
 * The move that is under way in a project.
 * @throws UserError where there is none, or where it belongs to another branch or project
 */
export async function requireMove(repository: Repository): Promise<Journal> {
  const journal = await readJournal(repository);
  if (journal === null || (await isForgotten(repository, journal))) {
    throw new UserError('No move is under way here.', 'create-backend upgrade begins one.');
  }
  if (journal.project !== repository.prefix) {
    throw new UserError(`The move that is under way is that of ${journal.project || 'the top'}.`);
  }
  if (repository.branch === journal.branch) return journal;
  const hint = `Go there first: git switch ${journal.branch}`;
  throw new UserError(`The move to ${journal.to} is under way on ${journal.branch}.`, hint);
}

/**
 * Completes a move whose conflicts are resolved.
 * @returns the files that still wait to be resolved; none where the move is completed
 */
export async function continueMove(repository: Repository, journal: Journal): Promise<string[]> {
  const suspects = journal.conflicts.map(({ path }) => path);
  const waiting = await listUnresolved(repository, suspects);
  if (waiting.length === 0) await completeMove(repository, journal);
  return waiting;
}

/** Takes a project back to where its move began. */
export async function abortMove(repository: Repository, journal: Journal): Promise<void> {
  const { git } = repository;
  const [head, parent] = [await git.read('rev-parse', 'HEAD'), await git.try('rev-parse', 'HEAD^')];
  if (head !== journal.before && parent.stdout.trim() !== journal.before) {
    throw new UserError(
      'You have committed more since the move began.',
      `upgrade --continue completes it; ${journal.tag} is where it began.`,
    );
  }
  await giveUpMove(repository, journal);
}

/** Whether nothing of a move is left: it never began, or was given up by git's own means. */
async function isForgotten(repository: Repository, journal: Journal): Promise<boolean> {
  const progress = await progressOf(repository, journal);
  if (progress === 'open' || progress === 'committed') return false;
  if (repository.branch !== journal.branch) return false;
  await forgetMove(repository, journal);
  return true;
}

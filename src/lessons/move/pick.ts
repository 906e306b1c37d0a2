import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../errors.ts';
import type { Repository } from '../../project/repository.ts';
import { STATE_FILE } from '../../project/state.ts';
import { commitAll, freeName } from './checkpoint.ts';
import { forgetMove, removeJournal, writeJournal, type Journal } from './journal.ts';
import { mergeSettings } from './preview.ts';
import { listUnmerged } from './unmerged.ts';

/** What a move needs to know before it begins; the rest of its journal is found on the way. */
export type Intent = Omit<Journal, 'before' | 'tag' | 'keptOn' | 'branch' | 'project'>;

/** A move that has begun: completed unless it has conflicts. */
export interface Begun {
  readonly repository: Repository;
  readonly journal: Journal;
  /** Whether changes that were not committed were committed first. */
  readonly hasCheckpoint: boolean;
}

/**
 * Begins a move: commits what is not committed yet, sets the tag, and picks. Without conflicts it
 * is completed at once. An interrupt does not end it half-way, and whatever else does is
 * known to `--continue` and `--abort`.
 * @param pick the commit to be picked, onto its parent's likeness
 * @param keeps whether something of the person's has to be kept on a branch
 */
export async function beginMove(
  interruptible: Repository,
  intent: Intent,
  pick: string,
  keeps: boolean,
): Promise<Begun> {
  const repository = withoutInterrupts(interruptible);
  const { git, prefix, branch } = repository;
  const hasCheckpoint = await commitAll(git, `Keep what was not committed before ${intent.to}`);
  const before = await git.read('rev-parse', 'HEAD');
  const tag = await freeName(git, 'tags', `before-${intent.to}`);
  const begun = { ...intent, project: prefix, branch, before, tag, keptOn: null };
  await writeJournal(repository, begun);
  await git.read('tag', tag, before);
  const journal = keeps ? await keepOnBranch(repository, begun) : begun;
  const picked = await git.with(mergeSettings).try('cherry-pick', '--allow-empty', pick);
  if (picked.exitCode === 0) {
    await completeMove(repository, journal);
  } else if ((await listUnmerged(repository)).length === 0) {
    await giveUpMove(repository, journal);
    throw new UserError(`git cherry-pick failed: ${picked.output.trim().split('\n')[0]}`);
  }
  return { repository: interruptible, journal, hasCheckpoint };
}

/** Makes sure that there is a branch with what the person had before the move. */
export async function keepOnBranch(repository: Repository, journal: Journal): Promise<Journal> {
  if (journal.keptOn !== null) return journal;
  const { git } = repository;
  const keptOn = await freeName(git, 'heads', `create-backend/before-${journal.to}`);
  await git.read('branch', '--no-track', keptOn, journal.before);
  const keeping = { ...journal, keptOn };
  await writeJournal(repository, keeping);
  return keeping;
}

/**
 * Moves the state on, and commits it together with what was picked: one commit for the stage,
 * unless the person has made several of it.
 */
export async function completeMove(
  interruptible: Repository,
  { state, before, message }: Journal,
): Promise<void> {
  const repository = withoutInterrupts(interruptible);
  const { git } = repository;
  const isOpen = (await git.read('rev-parse', 'HEAD')) === before;
  const parent = isOpen ? null : await git.read('rev-parse', 'HEAD^');
  writeFileSync(join(git.folder, STATE_FILE), state);
  await git.read('add', '--all', '--', isOpen ? '.' : STATE_FILE);
  const how = parent === before ? ['--amend', '--no-edit'] : ['--allow-empty', '-m', message];
  await git.read('commit', '--quiet', ...how);
  await removeJournal(repository);
}

/** Takes the project back to where the move began; what was resolved meanwhile is given up. */
export async function giveUpMove(interruptible: Repository, journal: Journal): Promise<void> {
  const repository = withoutInterrupts(interruptible);
  const { git } = repository;
  // The state may be written and not yet added, which a reset would take for an edit of yours.
  await git.read('checkout', '--quiet', journal.before, '--', STATE_FILE);
  await git.read('reset', '--quiet', '--merge', journal.before);
  await forgetMove(repository, journal);
}

function withoutInterrupts(repository: Repository): Repository {
  const { git, top } = repository;
  return { ...repository, git: git.uninterrupted(), top: top.uninterrupted() };
}

import { chooseSide } from '../lessons/move/choices.ts';
import type { Journal } from '../lessons/move/journal.ts';
import { abortMove, continueMove, requireMove } from '../lessons/move/resume.ts';
import { settleIn } from '../lessons/move/settle-in.ts';
import { listUnmerged } from '../lessons/move/unmerged.ts';
import type { KnownProject } from '../project/read-state.ts';
import { openRepository, type Repository } from '../project/repository.ts';
import { chosenText, waitingText } from './move-conflicts.ts';
import { journalJson, settledJson } from './move-json.ts';
import { completedText, exitCodeOf, settledText, show, type Look } from './move-report.ts';
import type { UpgradeFlags } from './upgrade.ts';

/** Goes on with a move that is under way: completes it, gives it up, or resolves single files. */
export async function resume(
  project: KnownProject,
  flags: UpgradeFlags,
  look: Look,
): Promise<number> {
  const repository = await openRepository(look, project.folder);
  const journal = await requireMove(repository);
  if (flags.abort === true) return abort(repository, journal, look);
  if (flags.continue === true) return complete(repository, journal, project, flags, look);
  return choose(repository, journal, project, flags, look);
}

async function abort(repository: Repository, journal: Journal, look: Look): Promise<number> {
  await abortMove(repository, journal);
  const text = `${look.out.symbols.done} The move to ${journal.to} is given up: the project is as it was before.`;
  return show(look, text, { ...journalJson(journal), moved: false }, 0);
}

async function complete(
  repository: Repository,
  journal: Journal,
  project: KnownProject,
  flags: UpgradeFlags,
  look: Look,
): Promise<number> {
  const waiting = await continueMove(repository, journal);
  const report = { ...journalJson(journal), waiting };
  if (waiting.length > 0) return show(look, waitingText(waiting, look), report, 1);
  // A lock file that fitted the merged manifest may not fit the one that was written by hand.
  const isLockComplete = journal.isLockComplete && journal.conflicts.length === 0;
  const settled = await settleIn(repository, look, { install: flags.install, isLockComplete });
  const text = `${completedText(journal, look)}\n${settledText(journal, project, settled, look)}`;
  return show(look, text, { ...report, ...settledJson(settled) }, exitCodeOf(settled, look));
}

async function choose(
  repository: Repository,
  journal: Journal,
  { stack }: KnownProject,
  { keep, take }: UpgradeFlags,
  look: Look,
): Promise<number> {
  const wish = { names: keep ?? take!, side: keep === undefined ? 'theirs' : 'yours' } as const;
  const manifest = stack.manifestFile;
  const chosen = await chooseSide(repository, journal, { ...wish, cwd: look.cwd, manifest });
  const left = (await listUnmerged(repository)).map(({ path }) => path);
  const text = chosenText(journal, { ...chosen, side: wish.side, left }, look);
  return show(look, text, { ...journalJson(journal), ...chosen, waiting: left }, 0);
}

import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { settleIn } from '../lessons/move/settle-in.ts';
import { chooseStage, upgrade } from '../lessons/move/upgrade.ts';
import { requireProject } from '../project/read-state.ts';
import type { Kit } from '../scaffold/plan.ts';
import { requireStage } from '../scaffold/questions/roadmap.ts';
import { conflictText } from './move-conflicts.ts';
import { journalJson, preparedJson, settledJson, verdictJson } from './move-json.ts';
import {
  exitCodeOf,
  movedText,
  notGreenText,
  settledText,
  show,
  triedText,
} from './move-report.ts';
import { resume } from './upgrade-resume.ts';

/** What can be said on the command line of `upgrade`. */
export interface UpgradeFlags {
  readonly to?: string;
  readonly anyway?: boolean;
  readonly dryRun?: boolean;
  readonly install: boolean;
  readonly keep?: string[];
  readonly take?: string[];
  readonly continue?: boolean;
  readonly abort?: boolean;
  readonly json?: boolean;
}

/**
 * `create-backend upgrade`: takes the project to a later stage, or goes on with a move that waits
 * for conflicts to be resolved. 0 when all is well, 1 when there are conflicts or something fails.
 */
export async function upgradeProject(
  flags: UpgradeFlags,
  context: Context,
  kit: Kit,
): Promise<number> {
  const project = requireProject(context.cwd);
  const look = { ...context, command: kit.command, json: flags.json === true };
  const ways = [flags.keep, flags.take, flags.continue, flags.abort].filter(Boolean);
  if (ways.length > 1) throw new UserError('--keep, --take, --continue, --abort: one at a time.');
  if (ways.length === 1) return resume(project, flags, look);
  const to = chooseStage(project, flags.to === undefined ? null : requireStage(flags.to));
  const wish = { to, anyway: flags.anyway === true, dryRun: flags.dryRun === true };
  const outcome = await upgrade(project, wish, context, kit);
  if (outcome.kind === 'not-green') {
    const { verdict } = outcome;
    return show(look, notGreenText(project.stage, verdict, look), verdictJson(verdict), 1);
  }
  const { prepared } = outcome;
  if (outcome.kind === 'tried') {
    const exitCode = prepared.conflicts.length > 0 ? 1 : 0;
    return show(look, triedText(project, prepared, look), preparedJson(prepared), exitCode);
  }
  const { journal, repository } = outcome;
  const { isLockComplete } = journal;
  const report = { ...journalJson(journal), ...preparedJson(prepared) };
  if (journal.conflicts.length > 0) return show(look, conflictText(journal, look), report, 1);
  const settled = await settleIn(repository, look, { install: flags.install, isLockComplete });
  const text = `${movedText(outcome, look)}\n${settledText(project, settled, look)}`;
  return show(look, text, { ...report, ...settledJson(settled) }, exitCodeOf(settled, look));
}

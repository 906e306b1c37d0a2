import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { settleIn } from '../lessons/move/settle-in.ts';
import { chooseStage, upgrade, type UpgradeOutcome } from '../lessons/move/upgrade.ts';
import { requireProject, type KnownProject } from '../project/read-state.ts';
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
  type Look,
} from './move-report.ts';
import { warningLines } from './move-warnings.ts';
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
  if (outcome.kind === 'begun') return finish(project, outcome, flags.install, look);
  return showUnbegun(project, outcome, look);
}

function showUnbegun(
  project: KnownProject,
  outcome: Exclude<UpgradeOutcome, { kind: 'begun' }>,
  look: Look,
): number {
  if (outcome.kind === 'not-green') {
    const { verdict } = outcome;
    return show(look, notGreenText(project.stage, verdict, look), verdictJson(verdict), 1);
  }
  const { prepared } = outcome;
  const exitCode = prepared.conflicts.length > 0 ? 1 : 0;
  return show(look, triedText(project, prepared, look), preparedJson(prepared), exitCode);
}

async function finish(
  project: KnownProject,
  outcome: Extract<UpgradeOutcome, { kind: 'begun' }>,
  install: boolean,
  look: Look,
): Promise<number> {
  const { journal, prepared, repository } = outcome;
  const { conflicts, isLockComplete } = journal;
  const report = { ...journalJson(journal), ...preparedJson(prepared) };
  const warnings = warningLines(prepared, journal, look);
  if (conflicts.length > 0) {
    return show(look, [...warnings, conflictText(journal, look)].join('\n'), report, 1);
  }
  const settled = await settleIn(repository, look, { install, isLockComplete });
  const text = [
    movedText(outcome, look),
    ...warnings,
    settledText(journal, project, settled, look),
  ].join('\n');
  return show(look, text, { ...report, ...settledJson(settled) }, exitCodeOf(settled, look));
}

import type { Context } from '../context.ts';
import { goBack } from '../lessons/move/back.ts';
import { settleIn } from '../lessons/move/settle-in.ts';
import { requireProject } from '../project/read-state.ts';
import type { Kit } from '../scaffold/plan.ts';
import { journalJson, settledJson } from './move-json.ts';
import { exitCodeOf, movedText, settledText, show } from './move-report.ts';

/** What can be said on the command line of `back`. */
export interface BackFlags {
  readonly install: boolean;
  readonly json?: boolean;
}

/** `create-backend back`: takes the project back to the stage before, and keeps what came since. */
export async function back(flags: BackFlags, context: Context, kit: Kit): Promise<number> {
  const project = requireProject(context.cwd);
  const look = { ...context, command: kit.command, json: flags.json === true };
  const outcome = await goBack(project, context);
  const { journal, prepared, repository } = outcome;
  const wishes = { install: flags.install, isLockComplete: journal.isLockComplete };
  const settled = await settleIn(repository, look, wishes);
  const text = `${movedText(outcome, look)}\n${settledText(journal, project, settled, look)}`;
  const report = { ...journalJson(journal), changes: prepared.changes, ...settledJson(settled) };
  return show(look, text, report, exitCodeOf(settled, look));
}

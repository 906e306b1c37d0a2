import { reportJson } from '../checker/report/json.ts';
import type { Verdict } from '../lessons/move/ask-stages.ts';
import type { Journal } from '../lessons/move/journal.ts';
import type { Settled } from '../lessons/move/settle-in.ts';
import type { PreparedUpgrade } from '../lessons/move/upgrade.ts';

/** The parts of what programs are told of a move: where it goes, and whether it waits. */
export const journalJson = ({ action, from, to, tag, keptOn, conflicts }: Journal) => ({
  action,
  from,
  to,
  moved: conflicts.length === 0,
  tag,
  keptOn,
  conflicts,
});

/** What it changes. */
export const preparedJson = (prepared: PreparedUpgrade) => {
  const { changes, conflicts, cleared, replaced, overruled, removed, settings } = prepared;
  return {
    to: prepared.to.id,
    changes,
    conflicts,
    cleared,
    replaced,
    overruled,
    removed,
    settings,
  };
};

/** Why it was not begun. */
export const verdictJson = ({ results, seed, milliseconds }: Verdict) => ({
  moved: false,
  checks: reportJson(results, seed, milliseconds),
});

/** How the steps went that follow it. */
export const settledJson = ({ steps, isInterrupted }: Settled) => ({
  isInterrupted,
  steps: steps.map(({ step, ok, remark, verdict }) => ({
    step,
    ok,
    remark,
    ...(verdict === null
      ? {}
      : { checks: reportJson(verdict.results, verdict.seed, verdict.milliseconds) }),
  })),
});

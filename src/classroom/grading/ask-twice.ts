import type { PlacedCheck } from '../../checker/check.ts';
import type { Result } from '../../checker/result.ts';
import { runChecks } from '../../checker/run-checks.ts';
import { Session } from '../../checker/session.ts';
import { startCheck } from '../../checker/start-check.ts';
import type { Target } from '../../checker/target.ts';
import type { SandboxLog } from '../../sandbox/sandbox-log.ts';
import { notAsked, outcomeOf } from './check-outcome.ts';
import type { CheckOutcome, GradingJob } from './job.ts';

/** Longest time of a check that says nothing else, in seconds. */
const CHECK_SECONDS = 10;

/**
 * Asks every check, and those that fail once more on a fresh service: a machine that is busy for
 * a moment costs nobody points. What is not asked when the time is over counts as not run.
 */
export async function askTwice(
  { seed, seconds }: Pick<GradingJob, 'seed' | 'seconds'>,
  target: Target,
  checks: readonly PlacedCheck[],
  signal: AbortSignal,
  log: SandboxLog,
): Promise<readonly CheckOutcome[]> {
  const deadline = AbortSignal.timeout(seconds * 1000);
  const asking = { target, seed, signal, deadline };
  const first = await askUntil(asking, checks);
  const failed = checks.filter(({ id }) => first.get(id)?.state !== 'pass');
  const isAllWell = failed.length === 0 && first.get(startCheck.id)?.state === 'pass';
  const second = isAllWell ? new Map() : await askUntil(asking, failed);
  const reason = `the time for all checks together, ${seconds} s, was over`;
  if (deadline.aborted) log.note('time', `it answers so slowly that ${reason}`);
  return [startCheck, ...checks].map((check) => {
    const result = better(first.get(check.id), second.get(check.id));
    if (result?.state === 'kit-fault') log.fail(`${check.id}: ${result.reason}`);
    return result === undefined ? notAsked(check, reason) : outcomeOf(result);
  });
}

interface Asking {
  readonly target: Target;
  readonly seed: number;
  readonly signal: AbortSignal;
  readonly deadline: AbortSignal;
}

/** Results by the id of the check, of those that were asked before the deadline. */
async function askUntil(
  { target, seed, signal, deadline }: Asking,
  checks: readonly PlacedCheck[],
): Promise<Map<string, Result>> {
  const results = new Map<string, Result>();
  if (deadline.aborted) return results;
  const either = AbortSignal.any([signal, deadline]);
  const session = new Session(target, either);
  const settings = { seed, bail: false, timeout: CHECK_SECONDS, all: true, signal: either };
  try {
    for await (const result of runChecks(session, checks, settings)) {
      results.set(result.check.id, result);
    }
  } catch (error) {
    signal.throwIfAborted();
    if (!deadline.aborted) throw error;
  } finally {
    await session.close();
  }
  return results;
}

function better(first: Result | undefined, second: Result | undefined): Result | undefined {
  return second?.state === 'pass' || first === undefined ? second : first;
}

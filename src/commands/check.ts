import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Context } from '../context.ts';
import { Cancelled } from '../errors.ts';
import { shellOf } from '../checker/http/curl.ts';
import type { Look } from '../checker/report/failure-text.ts';
import { reportJson } from '../checker/report/json.ts';
import { reportJunit } from '../checker/report/junit.ts';
import { reportText } from '../checker/report/text.ts';
import { isGreen, type Result } from '../checker/result.ts';
import { runChecks } from '../checker/run-checks.ts';
import { Session } from '../checker/session.ts';
import type { Target } from '../checker/target.ts';
import { loadChecks } from '../lessons/check-index.ts';
import { chooseTarget, type TargetFlags } from '../lessons/check-target.ts';
import { chooseChecks } from '../lessons/choose-checks.ts';
import { noteResults } from '../lessons/diary/note-results.ts';
import { placeOfLearner } from '../lessons/learner/learner.ts';
import { keepVerdict } from '../lessons/live/verdict.ts';
import type { Kit } from '../scaffold/plan.ts';
import { requireProject } from '../project/read-state.ts';
import { explainFileError } from '../system/file-errors.ts';
import { readWholeNumber } from '../system/whole-number.ts';
import { review } from './review.ts';

/** What can be said on the command line of `check`. */
export interface CheckFlags extends TargetFlags {
  readonly all?: boolean;
  readonly json?: boolean;
  readonly junit?: string;
  readonly bail?: boolean;
  readonly seed?: string;
  readonly timeout?: string;
}

const DEFAULT_TIMEOUT_S = 10;
const MAX_SEED = 2 ** 31 - 1;

/** Puts the checks to a service, and reports. 0 when all is well, 1 otherwise, 70 for our own fault. */
export async function check(
  name: string | undefined,
  flags: CheckFlags,
  context: Context,
  kit: Kit,
): Promise<number> {
  const target = chooseTarget(flags, context);
  const isOther = flags.url !== undefined || flags.start !== undefined;
  const only = isOther ? undefined : flags.stage;
  const all = flags.all === true;
  const isWhole = isOther || all || name !== undefined || only !== undefined;
  const upTo = isWhole ? null : await placeOfLearner(context, kit);
  if (upTo !== null && flags.json !== true) await review(context, kit);
  const checks = chooseChecks(await loadChecks(target.stage), { name, only, all, upTo });
  const seed =
    readWholeNumber(flags.seed, 'seed', MAX_SEED) ?? Math.floor(Math.random() * MAX_SEED);
  const timeout = readWholeNumber(flags.timeout, 'timeout', 600) ?? DEFAULT_TIMEOUT_S;
  const settings = { seed, timeout, bail: flags.bail === true, signal: context.signal };
  const since = context.now();
  const session = new Session(target, context.signal);
  const results: Result[] = [];
  try {
    // Who is at a lesson waits for all that it asks, as long as `next` would.
    const isPatient = all || name !== undefined || upTo !== null;
    await context.out.during(`Asking ${checks.length} questions`, async () => {
      for await (const result of runChecks(session, checks, { ...settings, all: isPatient }))
        results.push(result);
    });
  } catch (error) {
    if (error instanceof Cancelled) return cancel(context, error);
    throw error;
  } finally {
    await session.close();
  }
  const ms = context.now() - since;
  if (target.project !== null) {
    keepVerdict(target.project, results);
    await noteResults(context, target.project, results);
  }
  if (flags.junit !== undefined)
    writeReport(flags.junit, reportJunit(results, seed, ms), context.cwd);
  if (flags.json === true)
    context.out.print(JSON.stringify(reportJson(results, seed, ms), null, 2));
  else {
    const shell = shellOf(context.env, process.platform);
    const look = { ...context.out, shell, command: kit.command, guide: guideOf(target, context) };
    context.out.print(reportText(results, seed, ms, look));
  }
  return exitCodeOf(results);
}

function guideOf({ project }: Target, { cwd }: Context): Look['guide'] {
  if (project === null) return 'none';
  return requireProject(cwd).open.length === 0 ? 'lessons' : 'lessons-and-hints';
}

function exitCodeOf(results: readonly Result[]): number {
  if (isGreen(results)) return 0;
  return results.some(({ state }) => state === 'fail') ? 1 : 70;
}

function cancel({ out }: Context, { exitCode }: Cancelled): number {
  out.say('Cancelled: the service is stopped, nothing is left running.');
  return exitCode;
}

function writeReport(path: string, text: string, cwd: string): void {
  try {
    writeFileSync(resolve(cwd, path), text);
  } catch (error) {
    throw explainFileError(error, `${path} cannot be written`);
  }
}

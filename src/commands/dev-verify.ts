import { presets } from '../catalog/presets.ts';
import { findStack, stacks, type Stack } from '../catalog/stacks.ts';
import { findStage, stages, type Stage } from '../catalog/stages.ts';
import type { Context } from '../context.ts';
import { Cancelled, UserError } from '../errors.ts';
import { changedPaths, lessonsOfPaths } from '../lessons/verify/changed-lessons.ts';
import { keepCurriculum } from '../lessons/verify/curriculum-page.ts';
import { isWanted, knownNames } from '../lessons/verify/choose-proofs.ts';
import { keepTable } from '../lessons/verify/keep-table.ts';
import {
  isWell,
  verifyStages,
  type StageVerification,
  type Subject,
  type VerificationPlan,
} from '../lessons/verify/verify-stages.ts';
import type { Kit } from '../scaffold/plan.ts';
import { packageRoot } from '../system/package-root.ts';
import { readJsonFile } from '../system/read-json.ts';
import { suggest } from '../system/suggest.ts';
import { readWholeNumber } from '../system/whole-number.ts';
import { VerificationReport } from './dev-verify-report.ts';

/** What can be said on the command line of `dev verify`. */
export interface VerifyFlags {
  readonly stack?: string;
  readonly stage?: string;
  readonly resource?: string;
  /** What lessons leave open instead of mistakes; `only` names lessons then. */
  readonly lessons?: boolean;
  readonly only?: string;
  readonly fast?: boolean;
  readonly flakes?: string;
  readonly seed?: string;
  readonly jobs?: string;
  readonly write?: boolean;
}

const MAX_SEED = 2 ** 31 - 1;
/** Messages and the table are kept for these. */
const usual = { resource: 'tasks', seed: 1 };
const USUAL_JOBS = 2;

/** Verifies solutions, checks and mistakes. 0 when all is well, 1 otherwise. */
export async function devVerify(flags: VerifyFlags, context: Context, kit: Kit): Promise<number> {
  if (flags.lessons === true && flags.write === true) await keepCurriculum();
  const plan = await planVerification(flags, context);
  const keepsTable = flags.fast !== true && plan.messages !== 'leave';
  const report = new VerificationReport(context);
  const done: StageVerification[] = [];
  try {
    for await (const stage of verifyStages(context, plan, kit, report)) {
      done.push(stage);
      // Stage by stage, so that a run that is ended has not been for nothing.
      if (keepsTable && stage.rows.length > 0 && isWell(stage)) await keepTable(stage.rows);
    }
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
    report.sayWhatIsLeft();
    return error.exitCode;
  }
  report.conclude(done);
  return done.every(isWell) ? 0 : 1;
}

async function planVerification(flags: VerifyFlags, context: Context): Promise<VerificationPlan> {
  const resource = flags.resource ?? usual.resource;
  const seed = readWholeNumber(flags.seed, 'seed', MAX_SEED) ?? usual.seed;
  const isUsual = resource === usual.resource && seed === usual.seed;
  const wanted = flags.stage === undefined ? stages : [readStage(flags.stage)];
  const subjectOf = await chooseSubject(flags, context);
  const parts = wanted.map((stage) => ({ stage, subject: subjectOf(stage) }));
  return {
    parts: parts.filter(({ stage, subject }) => isToVerify(stage, subject)),
    settings: {
      stack: readStack(flags.stack),
      schema: presets[resource] ?? (readJsonFile(resource, resource) as object),
      seed,
      asked: isUsual ? 'everything' : 'own-stage',
    },
    messages: isUsual ? (flags.write === true ? 'keep' : 'compare') : 'leave',
    jobs: readWholeNumber(flags.jobs, 'jobs', 64) || USUAL_JOBS,
  };
}

/** What is looked at in each stage: at most one flag says so. */
async function chooseSubject(
  flags: VerifyFlags,
  context: Context,
): Promise<(stage: Stage) => Subject> {
  const only = flags.only?.split(',') ?? null;
  const runs = readWholeNumber(flags.flakes, 'flakes', 10_000);
  if (flags.lessons === true) return () => ({ kind: 'open-lessons', only });
  if (runs !== null) {
    const seeds = Array.from({ length: runs }, () => Math.floor(Math.random() * MAX_SEED));
    return () => ({ kind: 'flakes', seeds });
  }
  if (only !== null) {
    refuseUnknown(only);
    return () => ({ kind: 'only', ids: only });
  }
  if (flags.fast !== true) return () => ({ kind: 'all' });
  const paths = await changedPaths(context, packageRoot());
  if (paths === null) context.out.say('git has no history here: only the first stage is verified');
  return (stage) =>
    stage.number === 1
      ? { kind: 'all' }
      : { kind: 'lessons', lessons: lessonsOfPaths(paths ?? [], stage) };
}

function isToVerify(stage: Stage, subject: Subject): boolean {
  const isOfEveryStage = subject.kind === 'open-lessons' || subject.kind === 'flakes';
  return isOfEveryStage || isWanted(stage, subject);
}

function refuseUnknown(names: readonly string[]): void {
  const known = knownNames();
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new UserError(
    `"${unknown}" is neither a mistake nor a lesson with mistakes.`,
    `${suggest(unknown, known)}Of solutions there are solution, own-judgement, harmless-changes, stage-before and earlier-mistakes.`,
  );
}

function readStage(id: string): Stage {
  const stage = findStage(id);
  if (stage !== undefined) return stage;
  throw new UserError(`"${id}" is no stage.`, `Stages: ${stages.map((one) => one.id).join(', ')}`);
}

function readStack(id: string | undefined): Stack {
  const stack = id === undefined ? stacks[0] : findStack(id);
  if (stack !== undefined) return stack;
  throw new UserError(`"${id}" is no stack.`, `Stacks: ${stacks.map((one) => one.id).join(', ')}`);
}

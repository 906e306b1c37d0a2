import type { Context } from '../context.ts';
import { Cancelled, UserError } from '../errors.ts';
import { commitProject } from '../project/history.ts';
import {
  installProject,
  testProject,
  type Counts,
  type RunnableProject,
} from '../project/test-run.ts';
import type { Plan } from './plan.ts';
import type { Files } from './render.ts';
import type { Order } from './wizard.ts';
import { mergeProject, writeProject } from './write.ts';

/** How a step went: done, failed, not wished for or not possible, or left undone by an interrupt. */
export interface StepOutcome {
  readonly state: 'done' | 'failed' | 'skipped' | 'interrupted';
  /** The reason, or what is worth knowing; null when all is as usual. */
  readonly remark: string | null;
}

/** The steps after the files stand, in order. */
export type Step = 'install' | 'commit' | 'test';

/** All that came of an order. */
export interface Outcome {
  readonly plan: Plan;
  readonly target: string;
  readonly files: readonly string[];
  /** Files of a merge that hold something else and were left alone. */
  readonly kept: readonly string[];
  readonly steps: Readonly<Record<Step, StepOutcome>>;
  readonly tests: Counts | null;
  /** Milliseconds of each phase that ran. */
  readonly phases: Readonly<Record<string, number>>;
}

type CreateContext = Pick<Context, 'cwd' | 'run' | 'env' | 'signal' | 'now' | 'out'>;

/** A project whose files stand, on the way through the steps. */
interface Making {
  readonly order: Order;
  readonly plan: Plan;
  readonly files: Files;
  readonly kept: readonly string[];
  readonly context: CreateContext;
  /** Filled as the phases go by. */
  readonly phases: Record<string, number>;
}

const done = (remark: string | null = null): StepOutcome => ({ state: 'done', remark });
const failed = (remark: string): StepOutcome => ({ state: 'failed', remark });
const skipped = (remark: string | null = null): StepOutcome => ({ state: 'skipped', remark });

/** Carries an order out. Once the files stand, what fails is part of the outcome and not thrown. */
export async function createProject(
  order: Order,
  plan: Plan,
  files: Files,
  context: CreateContext,
): Promise<Outcome> {
  context.signal.throwIfAborted();
  const since = context.now();
  const kept = writeFiles(order, files, context.cwd);
  const phases = { write: context.now() - since };
  const making = { order, plan, files, kept, context, phases };
  const install = await installStep(making);
  const commit = await commitStep(making);
  const { test, tests } = await testStep(making, install);
  const steps = { install, commit, test };
  return { plan, target: order.target, files: [...files.keys()], kept, steps, tests, phases };
}

async function installStep(making: Making): Promise<StepOutcome> {
  const { order, plan, context } = making;
  if (!order.wishes.install) return skipped();
  return phase(making, 'install', `Installing with ${plan.packageManager.id}`, async () => {
    const { ok, excerpt } = await installProject(context, projectOf(making), isLockOurs(making));
    return ok ? done() : failed(excerpt);
  });
}

async function commitStep(making: Making): Promise<StepOutcome> {
  const { order, plan, context } = making;
  if (!order.wishes.git) return skipped(order.wishes.gitRemark);
  const message = `Start ${plan.name.npm} at the ${plan.stage.id} stage`;
  return phase(making, 'commit', 'Committing', async () =>
    done((await commitProject(context, order.target, message)).remark),
  );
}

async function testStep(
  making: Making,
  install: StepOutcome,
): Promise<{ test: StepOutcome; tests: Counts | null }> {
  if (!making.order.wishes.test || install.state !== 'done')
    return { test: skipped(), tests: null };
  let tests: Counts | null = null;
  const test = await phase(making, 'test', 'Running the tests', async () => {
    const { ok, excerpt, counts } = await testProject(making.context, projectOf(making));
    tests = counts;
    if (ok) return done();
    const isExercise = making.plan.open.length > 0 && counts !== null;
    return isExercise ? done('what fails is what the lesson asks of you') : failed(excerpt);
  });
  return { test, tests };
}

/** Runs one step, shows that it runs, and keeps how long it took. */
async function phase(
  { context, phases }: Making,
  name: Step,
  label: string,
  work: () => Promise<StepOutcome>,
): Promise<StepOutcome> {
  const since = context.now();
  const outcome = await settle(() => context.out.during(label, work), context.signal);
  phases[name] = context.now() - since;
  return outcome;
}

function projectOf({ order, plan }: Making): RunnableProject {
  return { folder: order.target, stack: plan.stack, packageManager: plan.packageManager };
}

/** Whether the lock file on disk is the kit's and says all that the manifest there wants. */
function isLockOurs({ plan, files, kept }: Making): boolean {
  const { stack, packageManager } = plan;
  const isKept = kept.includes(stack.manifestFile) || kept.includes(packageManager.lockFile);
  return files.has(packageManager.lockFile) && !isKept;
}

function writeFiles({ target, merge }: Order, files: Files, cwd: string): string[] {
  if (merge) return mergeProject(files, target);
  writeProject(files, cwd, target);
  return [];
}

/** An interrupt ends this step and every later one; a failure ends only its own. */
async function settle(work: () => Promise<StepOutcome>, signal: AbortSignal): Promise<StepOutcome> {
  if (signal.aborted) return { state: 'interrupted', remark: null };
  try {
    return await work();
  } catch (error) {
    if (error instanceof Cancelled) return { state: 'interrupted', remark: null };
    if (error instanceof UserError) return failed(error.message);
    throw error;
  }
}

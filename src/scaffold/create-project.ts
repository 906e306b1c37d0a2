import type { Context } from '../context.ts';
import { Cancelled, UserError } from '../errors.ts';
import { commitProject } from '../project/history.ts';
import { installProject, testProject, type Counts } from '../project/test-run.ts';
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

const skipped = (remark: string | null = null): StepOutcome => ({ state: 'skipped', remark });

/** Carries an order out. Once the files stand, what fails is part of the outcome and not thrown. */
export async function createProject(
  order: Order,
  plan: Plan,
  files: Files,
  context: CreateContext,
): Promise<Outcome> {
  const phases: Record<string, number> = {};
  const { wishes, target } = order;
  const project = { folder: target, stack: plan.stack, packageManager: plan.packageManager };
  let tests: Counts | null = null;

  const phase = async (name: string, label: string, work: () => Promise<StepOutcome>) => {
    const since = context.now();
    const outcome = await settle(() => context.out.during(label, work), context.signal);
    phases[name] = context.now() - since;
    return outcome;
  };
  const installing = async () => {
    const isLocked = isLockOurs(plan, files, kept);
    const { ok, excerpt } = await installProject(context, project, isLocked);
    return ok ? done(null) : failed(excerpt);
  };
  const committing = async () => {
    const message = `Start ${plan.name.npm} at the ${plan.stage.id} stage`;
    return done((await commitProject(context, target, message)).remark);
  };
  const testing = async () => {
    const { ok, excerpt, counts } = await testProject(context, project);
    tests = counts;
    return ok ? done(null) : failed(excerpt);
  };

  context.signal.throwIfAborted();
  const since = context.now();
  const kept = writeFiles(order, files, context.cwd);
  phases['write'] = context.now() - since;
  const manager = plan.packageManager.id;
  const install = wishes.install
    ? await phase('install', `Installing with ${manager}`, installing)
    : skipped();
  const commit = wishes.git
    ? await phase('commit', 'Committing', committing)
    : skipped(wishes.gitRemark);
  const test = await (wishes.test && install.state === 'done'
    ? phase('test', 'Running the tests', testing)
    : skipped());
  return {
    plan,
    target,
    files: [...files.keys()],
    kept,
    steps: { install, commit, test },
    tests,
    phases,
  };
}

const done = (remark: string | null): StepOutcome => ({ state: 'done', remark });
const failed = (remark: string): StepOutcome => ({ state: 'failed', remark });

/** Whether the lock file on disk is the kit's and says all that the manifest there wants. */
function isLockOurs(plan: Plan, files: Files, kept: readonly string[]): boolean {
  const { stack, packageManager, nodePin } = plan;
  const isKept = kept.includes(stack.manifestFile) || kept.includes(packageManager.lockFile);
  return files.has(packageManager.lockFile) && nodePin === null && !isKept;
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

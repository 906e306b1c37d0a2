import type { Context } from '../../context.ts';
import { Cancelled } from '../../errors.ts';
import { requireProject } from '../../project/read-state.ts';
import type { Repository } from '../../project/repository.ts';
import { installProject, testProject, type RunnableProject } from '../../project/test-run.ts';
import { beginStage } from '../learner/begin-stage.ts';
import { askStages, type Verdict } from './ask-stages.ts';

/** How a step after a move ended. */
export interface StepEnd {
  readonly step: 'install' | 'test' | 'check';
  readonly ok: boolean;
  /** What the program printed where it failed, or how many tests passed; null for nothing. */
  readonly remark: string | null;
  /** Only of the checks. */
  readonly verdict: Verdict | null;
}

/** What is to be done once a project has moved. */
export interface Wishes {
  /** Whether to install, and then to test and to check. */
  readonly install: boolean;
  /** Whether the lock file says all that the manifest wants. */
  readonly isLockComplete: boolean;
}

/** The steps that were taken; what comes after a failed installation is not tried. */
export interface Settled {
  readonly steps: readonly StepEnd[];
  readonly isInterrupted: boolean;
}

type SettleContext = Pick<Context, 'run' | 'env' | 'signal' | 'now' | 'out'>;

/**
 * Installs (the lock file goes into the stage's commit), runs the tests, and asks the checks. A
 * learner begins with the stage's first lesson, whatever comes of it.
 */
export async function settleIn(
  repository: Repository,
  context: SettleContext,
  wishes: Wishes,
): Promise<Settled> {
  const settled = await settle(repository, context, wishes);
  const uninterrupted = { ...context, signal: new AbortController().signal };
  await beginStage(uninterrupted, repository.git.folder);
  return settled;
}

async function settle(
  repository: Repository,
  context: SettleContext,
  wishes: Wishes,
): Promise<Settled> {
  const steps: StepEnd[] = [];
  if (!wishes.install) return { steps, isInterrupted: false };
  try {
    for await (const end of takeSteps(repository, context, wishes)) steps.push(end);
    return { steps, isInterrupted: false };
  } catch (error) {
    if (error instanceof Cancelled) return { steps, isInterrupted: true };
    throw error;
  }
}

async function* takeSteps(
  repository: Repository,
  context: SettleContext,
  { isLockComplete }: Wishes,
): AsyncGenerator<StepEnd> {
  const { folder, stack, stage, packageManager, open } = requireProject(repository.git.folder);
  const isLearning = open.length > 0;
  const project = { folder, stack, packageManager };
  const installed = await install(repository, context, project, isLockComplete);
  yield installed;
  if (!installed.ok) return;
  yield await test(context, project, isLearning);
  // What open lessons ask for is not there yet.
  const asking = () => askStages(folder, isLearning ? stage.number - 1 : stage.number, context);
  const verdict = await context.out.during('Asking the checks', asking);
  yield { step: 'check', ok: verdict.isGreen, remark: null, verdict };
}

async function install(
  repository: Repository,
  context: SettleContext,
  project: RunnableProject,
  isLocked: boolean,
): Promise<StepEnd> {
  const { stack, packageManager } = project;
  const installing = () => installProject(context, project, isLocked);
  const { ok, excerpt } = await context.out.during(
    `Installing with ${packageManager.id}`,
    installing,
  );
  if (ok) await amend(repository, [packageManager.lockFile, stack.manifestFile]);
  return { step: 'install', ok, remark: ok ? null : excerpt, verdict: null };
}

/** What an installation has changed belongs to the stage's commit, which nobody has seen yet. */
async function amend({ git }: Repository, paths: readonly string[]): Promise<void> {
  for (const path of paths) await git.try('add', '--', path);
  if ((await git.try('diff', '--cached', '--quiet')).exitCode === 0) return;
  await git.uninterrupted().read('commit', '--quiet', '--amend', '--no-edit');
}

/** @param isLearning whether lessons are open, whose tests fail until they are done */
async function test(
  context: SettleContext,
  project: RunnableProject,
  isLearning: boolean,
): Promise<StepEnd> {
  const testing = () => testProject(context, project);
  const { ok, excerpt, counts } = await context.out.during('Running the tests', testing);
  if (!ok && !(isLearning && counts !== null)) {
    return { step: 'test', ok: false, remark: excerpt, verdict: null };
  }
  const remark = counts === null ? null : `${counts.passed} passed`;
  return { step: 'test', ok: true, remark, verdict: null };
}

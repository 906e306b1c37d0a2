import type { PlacedCheck } from '../../checker/check.ts';
import type { Context } from '../../context.ts';
import type { Kit } from '../../scaffold/plan.ts';
import type { Stage } from '../../catalog/stages.ts';
import { loadChecks } from '../check-index.ts';
import { fitsStage, introducedAt, loadMistakes, type Mistake } from '../mistakes.ts';
import { fitsResource, plantMistake } from '../plant.ts';
import { askProject, rootFailure } from './ask.ts';
import { goldenMessage } from './message.ts';
import { prepareWorkspace, removeWorkspace, writeWorkspace, type Workspace } from './workspace.ts';

/** What came of one thing that was verified. */
export interface Verdict {
  /** The id of a mistake, or `solution`. */
  readonly id: string;
  /** The mistake; null for the solution. */
  readonly mistake: Mistake | null;
  readonly state: 'well' | 'wrong' | 'unfit';
  /** What is wrong, or why it does not fit; empty when all is well. */
  readonly remark: string;
  /** The message that the learner would see, for the golden file; null where there is none. */
  readonly message: string | null;
  readonly milliseconds: number;
}

/** How to verify. */
export interface VerifyOptions {
  readonly stage: Stage;
  readonly schema: object;
  readonly seed: number;
  /** Only the mistakes of these ids; null for all, and the solution. */
  readonly only: readonly string[] | null;
  /** How many projects are asked at the same time. */
  readonly jobs: number;
  readonly onVerdict: (verdict: Verdict, done: number, total: number) => void;
}

type VerifyContext = Pick<Context, 'run' | 'env' | 'signal' | 'now'>;

/**
 * Verifies the solution of a stage and every mistake that the stage introduces: each applies
 * exactly once, and the first failure of all that a project of this stage is asked, in the order
 * of the report, is the check that it names.
 */
export async function verifyStage(
  context: VerifyContext,
  options: VerifyOptions,
  kit: Kit,
): Promise<Verdict[]> {
  const { stage, schema, only } = options;
  const workspace = await prepareWorkspace(context, stage, schema, kit);
  const checks = await loadChecks(stage.number);
  const fitting = loadMistakes().filter((mistake) => fitsStage(mistake, stage.number));
  const wanted = fitting.filter(({ id }) => only === null || only.includes(id));
  const tasks = [
    ...(only === null ? [() => verifySolution(context, workspace, checks, options)] : []),
    ...wanted.map((mistake) => () => verifyMistake(context, workspace, checks, mistake, options)),
  ];
  return inParallel(tasks, options);
}

async function verifySolution(
  context: VerifyContext,
  workspace: Workspace,
  checks: readonly PlacedCheck[],
  { seed }: VerifyOptions,
): Promise<Verdict> {
  const since = context.now();
  const folder = await writeWorkspace(workspace, workspace.solution);
  const results = await askProject(context, folder, checks, { seed, bail: false });
  await removeWorkspace(folder);
  const root = rootFailure(results);
  const remark =
    root === null ? '' : `fails ${root.check.id}: ${root.reason ?? goldenMessage(root)}`;
  const milliseconds = context.now() - since;
  const state = root === null ? 'well' : 'wrong';
  return { id: 'solution', mistake: null, state, remark, message: null, milliseconds };
}

async function verifyMistake(
  context: VerifyContext,
  workspace: Workspace,
  checks: readonly PlacedCheck[],
  mistake: Mistake,
  { seed, stage }: VerifyOptions,
): Promise<Verdict> {
  const since = context.now();
  const verdict = (state: Verdict['state'], remark: string, message: string | null = null) => {
    return { id: mistake.id, mistake, state, remark, message, milliseconds: context.now() - since };
  };
  const { resource, stack } = workspace.plan;
  if (mistake.impossible?.[stack.id] !== undefined)
    return verdict('unfit', mistake.impossible[stack.id]!);
  if (!fitsResource(mistake, resource)) return verdict('unfit', 'the resource has no such field');
  let planted;
  try {
    planted = plantMistake(mistake, workspace.plan, workspace.solution);
  } catch (error) {
    return verdict('wrong', (error as Error).message);
  }
  // At later stages it is enough that it still applies: the check is the same.
  if (introducedAt(mistake.stage) < stage.number) return verdict('well', '');
  const folder = await writeWorkspace(workspace, planted);
  const results = await askProject(context, folder, checks, { seed, bail: true });
  await removeWorkspace(folder);
  const root = rootFailure(results);
  if (root === null) return verdict('wrong', 'is not noticed by any check');
  const message = goldenMessage(root);
  if (root.check.id === mistake.check) return verdict('well', '', message);
  return verdict('wrong', `is to be caught by ${mistake.check}, and the root is:\n${message}`);
}

/** Does the tasks, some of them at the same time; verdicts come back in the order of the tasks. */
export async function inParallel(
  tasks: readonly (() => Promise<Verdict>)[],
  { jobs, onVerdict }: VerifyOptions,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  let next = 0;
  const work = async () => {
    while (next < tasks.length) {
      const at = next++;
      const verdict = await tasks[at]!();
      verdicts[at] = verdict;
      onVerdict(verdict, verdicts.filter(Boolean).length, tasks.length);
    }
  };
  await Promise.all(Array.from({ length: jobs }, work));
  return verdicts;
}

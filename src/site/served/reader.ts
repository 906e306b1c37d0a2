import type { Context } from '../../context.ts';
import { UserError } from '../../errors.ts';
import { meetLearner } from '../../lessons/learner/learner.ts';
import type { Progress } from '../../lessons/learner/progress.ts';
import { roadMap, type StageMark } from '../../lessons/learner/road-map.ts';
import { requireProject, type KnownProject } from '../../project/read-state.ts';
import { planOfProject } from '../../scaffold/plan-of-project.ts';
import type { Kit, Plan } from '../../scaffold/plan.ts';

/** Who reads the pages: a project, and how far whoever learns in it is. */
export interface Reader {
  readonly project: KnownProject;
  readonly plan: Plan;
  /** Null for a project that was made finished: then nothing is hidden, and nothing is counted. */
  readonly progress: Progress | null;
  readonly map: readonly StageMark[];
}

/**
 * Looks at the project anew: between two pages, all of it may have changed.
 * @throws UserError where the project is gone
 */
export async function meetReader(context: Context, kit: Kit): Promise<Reader> {
  const project = requireProject(context.cwd);
  const isLearning = project.open.length > 0;
  const progress = isLearning ? (await meetLearner(context, kit)).progress : null;
  const map = roadMap(project.stage, progress);
  return { project, plan: planOfProject(project, kit), progress, map };
}

/** A page that is asked for, and is not there. */
export class NoSuchPage extends UserError {}

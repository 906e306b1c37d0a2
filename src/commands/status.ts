import type { Context } from '../context.ts';
import { meetLearner } from '../lessons/learner/learner.ts';
import { sortFiles } from '../lessons/learner/project-files.ts';
import { roadMap } from '../lessons/learner/road-map.ts';
import { requireProject } from '../project/read-state.ts';
import type { Kit } from '../scaffold/plan.ts';
import { statusJson, statusText } from './status-report.ts';

/** `create-backend status`: the roadmap as it is for this project, and whose its files are. */
export async function status(
  { json }: { json?: boolean },
  context: Context,
  kit: Kit,
): Promise<number> {
  const project = requireProject(context.cwd);
  const isLearning = project.open.length > 0;
  const progress = isLearning ? (await meetLearner(context, kit)).progress : null;
  const files = await sortFiles(context, project, kit);
  const situation = { project, progress, map: roadMap(project.stage, progress), files };
  const { print } = context.out;
  if (json) print(JSON.stringify(statusJson(situation), null, 2));
  else print(statusText(situation, context.out, kit.command));
  return 0;
}

import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { applyChange, keepOnBranch } from '../lessons/learner/apply-change.ts';
import { changeExercise, type ExerciseChange } from '../lessons/learner/exercise-change.ts';
import { chosenLesson, meetLearner, remember, type Learner } from '../lessons/learner/learner.ts';
import { withUndone } from '../lessons/learner/progress.ts';
import type { Kit } from '../scaffold/plan.ts';

/** Puts the starter of a lesson back; what the learner had is kept on a branch. */
export async function reset(
  name: string,
  { json }: { json?: boolean },
  context: Context,
  kit: Kit,
): Promise<number> {
  const { out } = context;
  const learner = await meetLearner(context, kit);
  const { id } = chosenLesson(learner, name);
  if (!learner.lessons.some((lesson) => lesson.id === id)) {
    const { title } = learner.project.stage;
    throw new UserError(`${id} is no lesson of the stage ${title}.`, `See ${kit.command} status`);
  }
  const { changes, missing } = await changeExercise(context, learner, id, 'open');
  const branch = changes.length === 0 ? null : await putBack(learner, id, changes, context);
  if (json) out.print(JSON.stringify({ lesson: id, changes, missing, branch }, null, 2));
  else out.print(textOf(id, changes, branch, context, kit));
  for (const path of missing) {
    out.say(`${out.symbols.warning} ${path} is not there any more: left out`);
  }
  remember(learner, withUndone(learner.progress, id));
  return missing.length === 0 ? 0 : 1;
}

/** Returns the branch that keeps what the learner had. */
async function putBack(
  { project }: Learner,
  id: string,
  changes: ExerciseChange['changes'],
  context: Context,
): Promise<string> {
  const kept = { branch: `create-backend/${id}`, message: `Keep what I have of ${id}` };
  const branch = await keepOnBranch(context, project, changes, kept);
  const message = `Put the starter of ${id} back`;
  await applyChange(context, project, changes, { keep: kept.message, message });
  return branch;
}

function textOf(
  id: string,
  changes: ExerciseChange['changes'],
  branch: string | null,
  { out: { symbols } }: Context,
  { command }: Kit,
): string {
  const paths = changes.map(({ path }) => path).join(', ');
  return [
    ...(branch === null
      ? [`The code of ${id} is as it was at the start: nothing to put back.`]
      : [
          `${symbols.done} the starter is back in ${paths}`,
          `${symbols.done} what you had is on the branch ${branch}`,
        ]),
    `${id} is at hand: ${command} lesson`,
  ].join('\n');
}

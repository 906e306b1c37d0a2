import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { applyChange, keepOnBranch } from '../lessons/learner/apply-change.ts';
import { changeExercise } from '../lessons/learner/exercise-change.ts';
import { chosenLesson, meetLearner, remember } from '../lessons/learner/learner.ts';
import { withUndone } from '../lessons/learner/progress.ts';
import type { Kit } from '../scaffold/plan.ts';

/** Puts the starter of a lesson back; what the learner had is kept on a branch. */
export async function reset(name: string, context: Context, kit: Kit): Promise<number> {
  const { out } = context;
  const learner = await meetLearner(context, kit);
  const { project } = learner;
  const { id } = chosenLesson(learner, name);
  if (!learner.lessons.some((lesson) => lesson.id === id)) {
    const { title } = project.stage;
    throw new UserError(`${id} is no lesson of the stage ${title}.`, `See ${kit.command} status`);
  }
  const { changes, missing } = await changeExercise(context, learner, id, 'open');
  if (changes.length === 0) {
    out.print(`The code of ${id} is as it was at the start: nothing to put back.`);
  } else {
    const kept = { branch: `create-backend/${id}`, message: `Keep what I have of ${id}` };
    const branch = await keepOnBranch(context, project, changes, kept);
    const message = `Put the starter of ${id} back`;
    await applyChange(context, project, changes, { keep: kept.message, message });
    const paths = changes.map(({ path }) => path).join(', ');
    out.print(`${out.symbols.done} the starter is back in ${paths}`);
    out.print(`${out.symbols.done} what you had is on the branch ${branch}`);
  }
  for (const path of missing) {
    out.say(`${out.symbols.warning} ${path} is not there any more: left out`);
  }
  remember(learner, withUndone(learner.progress, id));
  out.print(`${id} is at hand: ${kit.command} lesson`);
  return missing.length === 0 ? 0 : 1;
}

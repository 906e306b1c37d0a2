import type { Context } from '../context.ts';
import { applyChange } from '../lessons/learner/apply-change.ts';
import { changeExercise, type ExerciseChange } from '../lessons/learner/exercise-change.ts';
import { chosenLesson, meetLearner, type Learner } from '../lessons/learner/learner.ts';
import type { Lesson } from '../lessons/lesson.ts';
import type { Kit } from '../scaffold/plan.ts';
import { diffFiles } from '../scaffold/stage-diff.ts';
import { fileLines } from './diff-report.ts';

/** Shows what a lesson's solution changes in the learner's code, or makes it so. */
export async function solution(
  name: string | undefined,
  flags: { apply?: boolean },
  context: Context,
  kit: Kit,
): Promise<number> {
  const learner = await meetLearner(context, kit);
  const lesson = chosenLesson(learner, name);
  if (lesson.exercises.length === 0) {
    context.out.print(`${lesson.id} leaves no code open: there is no solution to show.`);
    return 0;
  }
  const change = await changeExercise(context, learner, lesson.id, 'solved');
  if (flags.apply) await apply(lesson, change, learner, context);
  else show(lesson, change, learner, context);
  for (const path of change.missing) {
    context.out.say(`${context.out.symbols.warning} ${path} is not there any more: left out`);
  }
  return change.missing.length === 0 ? 0 : 1;
}

function show(lesson: Lesson, change: ExerciseChange, { plan }: Learner, { out }: Context): void {
  if (change.changes.length === 0) {
    out.print(`Your code has what the solution of ${lesson.id} changes.`);
    return;
  }
  const texts = (side: 'before' | 'after') =>
    new Map(
      change.changes.flatMap((file) => (file[side] === null ? [] : [[file.path, file[side]]])),
    );
  const diffs = diffFiles(texts('before'), texts('after'), new Map());
  out.print(diffs.flatMap((file) => fileLines(file, out.style)).join('\n'));
  out.print(`Make it so: ${plan.kit.command} solution --apply ${lesson.id}`);
}

async function apply(
  lesson: Lesson,
  { changes }: ExerciseChange,
  { project, plan }: Learner,
  context: Context,
): Promise<void> {
  const { out } = context;
  if (changes.length === 0) {
    out.print(`Your code has what the solution of ${lesson.id} changes.`);
    return;
  }
  const { kept, commit } = await applyChange(context, project, changes, {
    keep: `Keep what I have of ${lesson.id}`,
    message: `Solve ${lesson.id} as the kit does`,
  });
  if (kept !== null) out.print(`${out.symbols.done} what you had is in the commit ${kept}`);
  const paths = changes.map(({ path }) => path).join(', ');
  out.print(`${out.symbols.done} ${lesson.id} is solved in ${paths} (commit ${commit})`);
  for (const { path } of changes.filter(({ isContested }) => isContested)) {
    out.print(
      `${out.symbols.warning} ${path}: where you had changed the same lines, yours gave way`,
    );
  }
  out.print(`Look at it (git show ${commit}), then: ${plan.kit.command} next`);
}

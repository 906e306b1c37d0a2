import type { Context } from '../context.ts';
import { applyChange, type Applied } from '../lessons/learner/apply-change.ts';
import { changeExercise, type ExerciseChange } from '../lessons/learner/exercise-change.ts';
import { chosenLesson, meetLearner, type Learner } from '../lessons/learner/learner.ts';
import type { Lesson } from '../lessons/lesson.ts';
import type { Kit } from '../scaffold/plan.ts';
import { diffFiles } from '../scaffold/stage-diff.ts';
import { fileLines } from './diff-report.ts';

/** What can be said on the command line of `solution`. */
export interface SolutionFlags {
  readonly apply?: boolean;
  readonly json?: boolean;
}

/** Shows what a lesson's solution changes in the learner's code, or makes it so. */
export async function solution(
  name: string | undefined,
  flags: SolutionFlags,
  context: Context,
  kit: Kit,
): Promise<number> {
  const { out } = context;
  const learner = await meetLearner(context, kit);
  const lesson = chosenLesson(learner, name);
  const change: ExerciseChange =
    lesson.exercises.length === 0
      ? { changes: [], missing: [] }
      : await changeExercise(context, learner, lesson.id, 'solved');
  const isApplied = flags.apply === true && change.changes.length > 0;
  const applied = isApplied ? await apply(lesson, change, learner, context) : null;
  if (flags.json) out.print(JSON.stringify(jsonOf(lesson, change, applied), null, 2));
  else out.print(textOf(lesson, change, applied, learner, context));
  for (const path of change.missing) {
    out.say(`${out.symbols.warning} ${path} is not there any more: left out`);
  }
  return change.missing.length === 0 ? 0 : 1;
}

function apply(
  { id }: Lesson,
  { changes }: ExerciseChange,
  { project }: Learner,
  context: Context,
): Promise<Applied> {
  const messages = { keep: `Keep what I have of ${id}`, message: `Solve ${id} as the kit does` };
  return applyChange(context, project, changes, messages);
}

function jsonOf({ id }: Lesson, change: ExerciseChange, applied: Applied | null): object {
  const commits = { kept: applied?.kept ?? null, commit: applied?.commit ?? null };
  return { lesson: id, ...change, ...commits };
}

function textOf(
  { id, exercises }: Lesson,
  { changes }: ExerciseChange,
  applied: Applied | null,
  { plan }: Learner,
  context: Context,
): string {
  if (exercises.length === 0) return `${id} leaves no code open: there is no solution to show.`;
  if (changes.length === 0) return `Your code has what the solution of ${id} changes.`;
  return applied === null
    ? shownText(id, changes, plan.kit, context)
    : appliedText(id, changes, applied, plan.kit, context);
}

type Changes = ExerciseChange['changes'];

function shownText(id: string, changes: Changes, kit: Kit, { out }: Context): string {
  const texts = (side: 'before' | 'after') =>
    new Map(changes.flatMap((file) => (file[side] === null ? [] : [[file.path, file[side]]])));
  const diffs = diffFiles(texts('before'), texts('after'), new Map());
  return [
    ...diffs.flatMap((file) => fileLines(file, out.style)),
    `Make it so: ${kit.command} solution --apply ${id}`,
  ].join('\n');
}

function appliedText(
  id: string,
  changes: Changes,
  { kept, commit }: Applied,
  kit: Kit,
  { out }: Context,
): string {
  const { done, warning } = out.symbols;
  const paths = changes.map(({ path }) => path).join(', ');
  const contested = changes.filter(({ isContested }) => isContested);
  return [
    ...(kept === null ? [] : [`${done} what you had is in the commit ${kept}`]),
    `${done} ${id} is solved in ${paths} (commit ${commit})`,
    ...contested.map(
      ({ path }) => `${warning} ${path}: where you had changed the same lines, yours gave way`,
    ),
    `Look at it (git show ${commit}), then: ${kit.command} next`,
  ].join('\n');
}

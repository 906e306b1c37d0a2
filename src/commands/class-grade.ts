import { FindingsStore } from '../classroom/grading/findings-store.ts';
import type { GradedClass } from '../classroom/grading/grade-class.ts';
import { keepGrade } from '../classroom/grades-folder.ts';
import type { Grade } from '../classroom/grades.ts';
import type { Context } from '../context.ts';
import type { Kit } from '../scaffold/plan.ts';
import { gradesJson, gradesText } from './class-grade-report.ts';
import { chooseGraded, gradeAll, gradersHere, type GradingFlags } from './class-grading.ts';

/** What can be said on the command line of `class grade`. */
export interface ClassGradeFlags extends GradingFlags {
  readonly queue?: string;
}

/** `class grade`: from a folder of submissions to a grade for each student. 1 when some could not be graded. */
export async function classGrade(
  flags: ClassGradeFlags,
  context: Context,
  kit: Kit,
): Promise<number> {
  const { out } = context;
  const chosen = chooseGraded(flags, context, kit);
  const store = new FindingsStore(chosen.course);
  const keep = (grade: Grade) => keepGrade(chosen.course, grade);
  const graded = await gradeSomewhere();
  if (flags.json === true) out.print(JSON.stringify(gradesJson(graded), null, 2));
  else out.print(gradesText(graded, out, kit.command));
  return isComplete(graded) ? 0 : 1;

  async function gradeSomewhere(): Promise<readonly GradedClass[]> {
    if (flags.queue === undefined) {
      const graders = await gradersHere(chosen, store, flags, context, kit);
      return gradeAll(chosen, graders, flags, context, keep);
    }
    const { gradeByQueue } = await import('./class-queue.ts');
    return gradeByQueue(flags.queue, chosen, store, flags, context, kit, keep);
  }
}

function isComplete(graded: readonly GradedClass[]): boolean {
  return graded.every(
    ({ grades, unknown }) =>
      unknown.length === 0 && grades.every(({ state }) => state !== 'not-graded'),
  );
}

import { FindingsStore } from '../classroom/grading/findings-store.ts';
import type { GradedClass } from '../classroom/grading/grade-class.ts';
import { keepGrade } from '../classroom/grades-folder.ts';
import type { Context } from '../context.ts';
import type { Kit } from '../scaffold/plan.ts';
import { gradesJson, gradesText } from './class-grade-report.ts';
import { chooseGraded, gradeAll, type GradingFlags } from './class-grading.ts';

/** `class grade`: from a folder of submissions to a grade for each student. 1 when some could not be graded. */
export async function classGrade(flags: GradingFlags, context: Context, kit: Kit): Promise<number> {
  const { out } = context;
  const chosen = chooseGraded(flags, context, kit);
  const store = new FindingsStore(chosen.course);
  const graded = await gradeAll(chosen, store, flags, context, kit, (grade) =>
    keepGrade(chosen.course, grade),
  );
  if (flags.json === true) out.print(JSON.stringify(gradesJson(graded), null, 2));
  else out.print(gradesText(graded, out, kit.command));
  return isComplete(graded) ? 0 : 1;
}

function isComplete(graded: readonly GradedClass[]): boolean {
  return graded.every(
    ({ grades, unknown }) =>
      unknown.length === 0 && grades.every(({ state }) => state !== 'not-graded'),
  );
}

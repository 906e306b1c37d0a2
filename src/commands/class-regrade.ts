import { compareGrades, type GradeChange } from '../classroom/grading/compare-grades.ts';
import { FindingsStore } from '../classroom/grading/findings-store.ts';
import { keepGrade, readGrade } from '../classroom/grades-folder.ts';
import type { Context } from '../context.ts';
import type { Kit } from '../scaffold/plan.ts';
import type { Output } from '../system/output.ts';
import { chooseGraded, gradeAll, gradersHere, type GradingFlags } from './class-grading.ts';

/** What can be said on the command line of `class regrade`. */
export interface ClassRegradeFlags extends GradingFlags {
  readonly write?: boolean;
}

/** A change, and the assignment that it is in. */
type Change = GradeChange & { readonly assignment: string };

/** `class regrade`: asks everybody once more, and says what would be different before it is. */
export async function classRegrade(
  flags: ClassRegradeFlags,
  context: Context,
  kit: Kit,
): Promise<number> {
  const { out } = context;
  const chosen = chooseGraded(flags, context, kit);
  const store = FindingsStore.anew(chosen.course);
  const graders = await gradersHere(chosen, store, flags, context, kit);
  const graded = await gradeAll(chosen, graders, flags, context, () => {});
  const changes = graded.flatMap(({ assignment, grades }) =>
    grades.flatMap((grade): Change[] => {
      const change = compareGrades(readGrade(chosen.course, assignment, grade.work), grade);
      return change === null ? [] : [{ ...change, assignment: assignment.id }];
    }),
  );
  const isWritten = flags.write === true;
  if (flags.json === true) out.print(JSON.stringify({ changes, isWritten }, null, 2));
  else for (const line of changesText(changes, isWritten, out)) out.print(line);
  if (isWritten)
    for (const { grades } of graded) grades.forEach((grade) => keepGrade(chosen.course, grade));
  return 0;
}

function changesText(
  changes: readonly Change[],
  isWritten: boolean,
  { symbols }: Output,
): string[] {
  if (changes.length === 0) return ['Every grade stays as it is.'];
  const lines = changes.flatMap(({ assignment, work, before, after, reasons }) => [
    `${symbols.dash} ${work}, ${assignment}: ${points(before)} to ${points(after)}`,
    ...reasons.map((reason) => `    ${reason}`),
  ]);
  const end = isWritten ? 'The new grades are written.' : 'Nothing was written: --write does.';
  return [...lines, '', end];
}

function points(total: number | null): string {
  return total === null ? 'no grade' : String(total);
}

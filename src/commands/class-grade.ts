import { join, resolve } from 'node:path';
import { chooseAssignments, requireKit } from '../classroom/course/choose-assignments.ts';
import type { Assignment, Course } from '../classroom/course/course.ts';
import { readCourse } from '../classroom/course/read-course.ts';
import { gradeClass, type GradedClass } from '../classroom/grading/grade-class.ts';
import { WorkGrader } from '../classroom/grading/grade-work.ts';
import { prepareGrading, usualJobs } from '../classroom/grading/grading-tools.ts';
import { keepGrade } from '../classroom/grades-folder.ts';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import type { Kit } from '../scaffold/plan.ts';
import { readWholeNumber } from '../system/whole-number.ts';
import { Progress } from './class-grade-progress.ts';
import { gradesJson, gradesText } from './class-grade-report.ts';

/** What can be said on the command line of `class grade`. */
export interface ClassGradeFlags {
  readonly assignment?: string;
  readonly submissions?: string;
  readonly jobs?: string;
  readonly seed?: string;
  readonly timeout?: string;
  readonly json?: boolean;
  readonly offline?: boolean;
  readonly unsafe?: boolean;
}

/** Where submissions are looked for, below the course's folder, by assignment. */
const SUBMISSIONS = 'submissions';
const MAX_SEED = 2 ** 31 - 1;
/** Longest time for all checks of one submission, in seconds. */
const SECONDS = 900;

/** `class grade`: from a folder of submissions to a grade for each student. 1 when some could not be graded. */
export async function classGrade(
  flags: ClassGradeFlags,
  context: Context,
  kit: Kit,
): Promise<number> {
  const course = readCourse(context.cwd);
  requireKit(course, kit.version, kit.command);
  const assignments = chooseGraded(course, flags);
  const grader = await graderFor(course, assignments, flags, context, kit);
  const graded: GradedClass[] = [];
  for (const assignment of assignments) {
    const progress = new Progress(context, assignment.title);
    graded.push(
      await gradeClass(course, assignment, grader, {
        submissions: submissionsOf(assignment, flags, context.cwd, course),
        jobs: readWholeNumber(flags.jobs, 'jobs', 64) ?? usualJobs(),
        seed: readWholeNumber(flags.seed, 'seed', MAX_SEED) ?? null,
        onGrade: (grade, done, all) => {
          keepGrade(course, grade);
          progress.tell(grade, done, all);
        },
      }),
    );
  }
  if (flags.json === true) context.out.print(JSON.stringify(gradesJson(graded), null, 2));
  else context.out.print(gradesText(graded, context.out, kit.command));
  return isComplete(graded) ? 0 : 1;
}

async function graderFor(
  course: Course,
  assignments: readonly Assignment[],
  flags: ClassGradeFlags,
  context: Context,
  kit: Kit,
): Promise<WorkGrader> {
  const isUnsafe = flags.unsafe === true;
  const seconds = readWholeNumber(flags.timeout, 'timeout', 24 * 60 * 60) ?? SECONDS;
  const wish = { isUnsafe, isOffline: flags.offline === true, seconds };
  if (isUnsafe) warnOfUnsafe(context);
  const tools = await context.out.during('Looking whether this machine can grade', () =>
    prepareGrading(course, assignments, wish, context, kit.version),
  );
  return new WorkGrader(tools);
}

function warnOfUnsafe({ out }: Context): void {
  const { yellow } = out.style;
  out.say(yellow(`${out.symbols.warning} UNSAFE: nothing holds the submissions.`));
  out.say('  They can read, change and send whatever you can. The report will say so.');
}

function chooseGraded(course: Course, { assignment, submissions }: ClassGradeFlags) {
  const chosen = chooseAssignments(course, assignment);
  if (submissions === undefined || chosen.length === 1) return chosen;
  throw new UserError(
    'A folder of submissions is of one assignment.',
    `Name it: --assignment ${chosen[0]!.id}`,
  );
}

function submissionsOf(
  { id }: Assignment,
  { submissions }: ClassGradeFlags,
  cwd: string,
  { folder }: Course,
): string {
  return submissions === undefined ? join(folder, SUBMISSIONS, id) : resolve(cwd, submissions);
}

function isComplete(graded: readonly GradedClass[]): boolean {
  return graded.every(
    ({ grades, unknown }) =>
      unknown.length === 0 && grades.every(({ state }) => state !== 'not-graded'),
  );
}

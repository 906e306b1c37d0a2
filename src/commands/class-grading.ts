import { join, resolve } from 'node:path';
import { chooseAssignments, requireKit } from '../classroom/course/choose-assignments.ts';
import type { Assignment, Course } from '../classroom/course/course.ts';
import { readCourse } from '../classroom/course/read-course.ts';
import type { FindingsStore } from '../classroom/grading/findings-store.ts';
import { gradeClass, type GradedClass } from '../classroom/grading/grade-class.ts';
import { WorkGrader } from '../classroom/grading/grade-work.ts';
import { prepareErrands, usualJobs, type MachineWish } from '../classroom/grading/grading-tools.ts';
import type { GradingTools } from '../classroom/grading/inquirer.ts';
import { readPart } from '../classroom/grading/part.ts';
import type { Grade } from '../classroom/grades.ts';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import type { Kit } from '../scaffold/plan.ts';
import { readWholeNumber } from '../system/whole-number.ts';
import { Progress } from './class-grade-progress.ts';

/** What can be said on the command line of whatever grades. */
export interface GradingFlags {
  readonly assignment?: string;
  readonly submissions?: string;
  readonly jobs?: string;
  readonly seed?: string;
  readonly timeout?: string;
  readonly part?: string;
  readonly json?: boolean;
  readonly offline?: boolean;
  readonly unsafe?: boolean;
}

/** Where submissions are looked for, below the course's folder, by assignment. */
const SUBMISSIONS = 'submissions';
const MAX_SEED = 2 ** 31 - 1;
/** Most that are asked at once; also by a queue, whose workers decide for themselves. */
export const MAX_JOBS = 64;
/** Longest time for all checks of one submission, in seconds. */
const SECONDS = 900;
const MAX_SECONDS = 86_400;

/** A course whose kit is the running one, and the assignments of it that are to be graded. */
export function chooseGraded(
  { assignment, submissions }: GradingFlags,
  { cwd }: Pick<Context, 'cwd'>,
  kit: Kit,
): { readonly course: Course; readonly assignments: readonly Assignment[] } {
  const course = readCourse(cwd);
  requireKit(course, kit.version, kit.command);
  const assignments = chooseAssignments(course, assignment);
  if (submissions === undefined || assignments.length === 1) return { course, assignments };
  throw new UserError(
    'A folder of submissions is of one assignment.',
    `Name it: --assignment ${assignments[0]!.id}`,
  );
}

/** What is graded: a course, and those of its assignments that were chosen. */
export type Chosen = ReturnType<typeof chooseGraded>;

/** What grades: where questions are asked, and how many at once. */
export interface Graders {
  readonly tools: GradingTools;
  readonly jobs: number;
}

/**
 * Grades with this machine.
 * @param store what was found so far
 */
export async function gradersHere(
  { course, assignments }: Chosen,
  store: FindingsStore,
  flags: GradingFlags,
  context: Context,
  kit: Kit,
): Promise<Graders> {
  const jobs = readJobs(flags) ?? usualJobs();
  const wish = machineWish(flags, context);
  const runner = await context.out.during('Looking whether this machine can grade', () =>
    prepareErrands(course, assignments, store, wish, context),
  );
  return { tools: { ...runner, course, store, kit: kit.version, git: context }, jobs };
}

/**
 * Grades assignments of a course.
 * @param onGrade sees each grade as soon as it is there
 */
export async function gradeAll(
  { course, assignments }: Chosen,
  { tools, jobs }: Graders,
  flags: GradingFlags,
  context: Context,
  onGrade: (grade: Grade) => void,
): Promise<readonly GradedClass[]> {
  const seed = readWholeNumber(flags.seed, 'seed', MAX_SEED) ?? null;
  const part = readPart(flags.part);
  const grader = new WorkGrader(tools);
  const graded: GradedClass[] = [];
  for (const assignment of assignments) {
    const submissions = submissionsOf(assignment, flags, context.cwd, course);
    const progress = new Progress(context, assignment.title);
    const tell = (grade: Grade, done: number, all: number) => {
      onGrade(grade);
      progress.tell(grade, done, all);
    };
    const how = { submissions, jobs, seed, part, onGrade: tell };
    graded.push(await gradeClass(course, assignment, grader, how));
  }
  return graded;
}

/** How many submissions are asked at once; null where nothing is said. */
export function readJobs({ jobs }: GradingFlags): number | null {
  const read = readWholeNumber(jobs, 'jobs', MAX_JOBS);
  return read === null ? null : Math.max(1, read);
}

/** What is decided about this machine; to run submissions unheld is warned of. */
export function machineWish(flags: GradingFlags, context: Context): MachineWish {
  const isUnsafe = flags.unsafe === true;
  if (isUnsafe) warnOfUnsafe(context);
  const seconds = readWholeNumber(flags.timeout, 'timeout', MAX_SECONDS) ?? SECONDS;
  return { isUnsafe, isOffline: flags.offline === true, seconds };
}

function warnOfUnsafe({ out }: Context): void {
  out.say(out.style.yellow(`${out.symbols.warning} UNSAFE: nothing holds the submissions.`));
  out.say('  They can read, change and send whatever you can. Every grade will say so.');
}

/** Absolute path of the folder with the submissions of an assignment, whether it is there or not. */
export function submissionsOf(
  { id }: Assignment,
  { submissions }: Pick<GradingFlags, 'submissions'>,
  cwd: string,
  { folder }: Course,
): string {
  return submissions === undefined ? join(folder, SUBMISSIONS, id) : resolve(cwd, submissions);
}

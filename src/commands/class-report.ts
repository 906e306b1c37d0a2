import { join, relative, resolve } from 'node:path';
import { chooseAssignments } from '../classroom/course/choose-assignments.ts';
import type { Assignment, Course } from '../classroom/course/course.ts';
import { readCourse } from '../classroom/course/read-course.ts';
import { writeReport, type WrittenReport } from '../classroom/pages/write-report.ts';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { submissionsOf } from './class-grading.ts';

/** What can be said on the command line of `class report`. */
export interface ClassReportFlags {
  readonly assignment?: string;
  readonly submissions?: string;
  readonly out?: string;
}

/** The folder, in that of the course, with the pages about each assignment. */
const REPORTS = 'reports';

/** `class report`: a page of feedback for each student, and one about the class for the instructor. */
export async function classReport(flags: ClassReportFlags, context: Context): Promise<number> {
  const course = readCourse(context.cwd);
  let reports = 0;
  for (const assignment of chooseAssignments(course, flags.assignment)) {
    const submissions = submissionsOf(assignment, flags, context.cwd, course);
    const out = outFor(assignment, flags, context.cwd, course);
    const written = await context.out.during(`Looking at ${assignment.title}`, () =>
      writeReport(course, assignment, submissions, out, context),
    );
    if (written !== null) reports += 1;
    tell(assignment, written, context);
  }
  if (reports > 0) return 0;
  throw new UserError('Nothing is graded yet.', 'Grade the submissions first: class grade');
}

function outFor(
  { id }: Assignment,
  { out }: ClassReportFlags,
  cwd: string,
  { folder }: Course,
): string {
  return join(out === undefined ? join(folder, REPORTS) : resolve(cwd, out), id);
}

function tell({ title }: Assignment, written: WrittenReport | null, { out, cwd }: Context): void {
  const { style, symbols } = out;
  out.print(style.bold(title));
  if (written === null) return out.print(`${symbols.dash} nothing is graded yet`);
  const { report, feedback, count, ungraded, similar } = written;
  out.print(`${symbols.done} ${relative(cwd, report)}: for you`);
  out.print(`${symbols.done} ${relative(cwd, feedback)}: ${count} pages, one for each work`);
  if (ungraded.length > 0) {
    out.print(`${symbols.warning} Not graded yet: ${ungraded.join(', ')}`);
  }
  if (similar === null) out.print(`${symbols.warning} No submissions here to be compared`);
  else if (similar > 0) {
    out.print(`${symbols.warning} pairs of works that resemble each other: ${similar}`);
  }
}

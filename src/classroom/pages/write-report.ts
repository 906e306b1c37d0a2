import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { GitContext } from '../../project/git.ts';
import type { Assignment, Course } from '../course/course.ts';
import { studentWorks, type StudentWork } from '../course/student-work.ts';
import { readGrade, writeWhole } from '../grades-folder.ts';
import type { Grade } from '../grades.ts';
import { kitsOwn } from '../similarity/kits-own.ts';
import { similarPairs, type SimilarPair } from '../similarity/similar-pairs.ts';
import { submittedSources } from '../similarity/submitted-sources.ts';
import { reportOn } from './class-report.ts';
import { feedbackMarkdown } from './feedback-markdown.ts';
import { feedbackPage } from './feedback-page.tsx';
import { reportPage } from './report-page.tsx';

/** The pages that were written about an assignment. */
export interface WrittenReport {
  /** Absolute path of the page for the instructor. */
  readonly report: string;
  /** Absolute path of the folder with a page for each student, as HTML and as Markdown. */
  readonly feedback: string;
  /** How many works have feedback. */
  readonly count: number;
  /** Names of works that were not graded yet, not even as missing. */
  readonly ungraded: readonly string[];
  /** How many pairs of works resemble each other; null where the submissions were not at hand. */
  readonly similar: number | null;
}

interface WorkWithGrade {
  readonly work: StudentWork;
  readonly grade: Grade;
}

/**
 * Writes the feedback on every work of an assignment, and the report on all of them.
 * @param submissions folder with what was handed in
 * @param out absolute path of the folder for the pages
 * @returns null where nothing was graded yet
 */
export async function writeReport(
  course: Course,
  assignment: Assignment,
  submissions: string,
  out: string,
  context: GitContext,
): Promise<WrittenReport | null> {
  const works = studentWorks(course, assignment);
  const withGrades = works.flatMap((work): WorkWithGrade[] => {
    const grade = readGrade(course, assignment, work.name);
    return grade === null ? [] : [{ work, grade }];
  });
  if (withGrades.length === 0) return null;
  const pairs = await pairsAmong(course, assignment, submissions, works, context);
  const [report, feedback] = [join(out, 'report.html'), join(out, 'feedback')];
  for (const each of withGrades) writeFeedback(feedback, { course, assignment, ...each });
  writeWhole(report, reportPage(reportOn(course, assignment, withGrades.map(gradedWork), pairs)));
  const graded = new Set(withGrades.map(({ work }) => work.name));
  const ungraded = works.map(({ name }) => name).filter((name) => !graded.has(name));
  return { report, feedback, count: graded.size, ungraded, similar: pairs?.length ?? null };
}

function writeFeedback(folder: string, feedback: Parameters<typeof feedbackPage>[0]): void {
  const { work } = feedback.grade;
  writeWhole(join(folder, `${work}.html`), feedbackPage(feedback));
  writeWhole(join(folder, `${work}.md`), feedbackMarkdown(feedback));
}

function gradedWork({ work: { name, variant }, grade }: WorkWithGrade) {
  return { work: name, resource: variant.resource, grade };
}

async function pairsAmong(
  course: Course,
  assignment: Assignment,
  submissions: string,
  works: readonly StudentWork[],
  context: GitContext,
): Promise<readonly SimilarPair[] | null> {
  if (!existsSync(submissions)) return null;
  const sources = await submittedSources(submissions, works, context);
  return similarPairs(sources, kitsOwn(course, assignment));
}

import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '../errors.ts';
import type { Assignment, Course } from './course/course.ts';
import type { Grade } from './grades.ts';

/** The folder, in that of the course, with a file for each grade. */
export const GRADES = 'grades';

/** Absolute path of the file with a grade, whether it is there or not. */
export function gradePath({ folder }: Pick<Course, 'folder'>, assignment: string, work: string) {
  return join(folder, GRADES, assignment, `${work}.json`);
}

/**
 * The grade of a work; null where there is none.
 * @throws UserError when the file is no grade that this kit can read
 */
export function readGrade(
  course: Pick<Course, 'folder'>,
  { id }: Pick<Assignment, 'id'>,
  work: string,
): Grade | null {
  const path = gradePath(course, id, work);
  if (!existsSync(path)) return null;
  const grade = parse(readFileSync(path, 'utf8'));
  if (grade !== null && grade.assignment === id && grade.work === work) return grade;
  throw new UserError(
    `${path} is no grade of ${work} for ${id} that can be read.`,
    'Remove it, and grade again.',
  );
}

/** Keeps a grade: it is written as a whole, or the one before stays. */
export function keepGrade(course: Pick<Course, 'folder'>, grade: Grade): void {
  writeWhole(
    gradePath(course, grade.assignment, grade.work),
    `${JSON.stringify(grade, null, 2)}\n`,
  );
}

/** Writes a file so that it is complete, or as it was before. */
export function writeWhole(path: string, text: string): void {
  const making = join(dirname(path), `.making-${process.pid}`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(making, text);
  renameSync(making, path);
}

function parse(text: string): Grade | null {
  try {
    const read = JSON.parse(text) as Partial<Grade>;
    const isGrade =
      read.schema === 1 &&
      typeof read.points?.total === 'number' &&
      ['graded', 'not-graded', 'missing'].includes(read.state!) &&
      Array.isArray(read.lessons) &&
      Array.isArray(read.students);
    return isGrade ? (read as Grade) : null;
  } catch {
    return null;
  }
}

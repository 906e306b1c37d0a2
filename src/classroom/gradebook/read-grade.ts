import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../errors.ts';
import { readJsonFile } from '../../system/read-json.ts';
import type { Assignment } from '../course/course.ts';
import type { Grade } from '../grades.ts';

/** The folder, in that of the course, with a grade for each repository. */
export const RESULTS = 'results';

/**
 * The grade of a repository; null where it was not graded yet.
 * @param results the folder with the grades of the course
 */
export function readGrade(results: string, { id }: Assignment, work: string): Grade | null {
  const path = join(results, id, `${work}.json`);
  if (!existsSync(path)) return null;
  const grade = readJsonFile(path, path) as Grade | null;
  const isWell =
    grade?.schema === 1 &&
    grade.assignment === id &&
    grade.work === work &&
    Number.isFinite(grade.points?.total);
  if (isWell) return grade;
  throw new UserError(`${path} is no grade of ${work} for ${id}.`, 'Grade it anew: class regrade');
}

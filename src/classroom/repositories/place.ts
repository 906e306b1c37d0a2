import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { firstOf, type StudentWork } from '../course/student-work.ts';
import type { Assignment, Course } from '../course/course.ts';

/** The folder, in that of the course, with the repositories of every assignment. */
export const REPOSITORIES = 'repositories';

/** Absolute path of a student's repository, whether it is there or not. */
export function repositoryPath(course: Course, { assignment, name }: StudentWork): string {
  return join(course.folder, REPOSITORIES, firstOf(course, assignment).id, name);
}

/** The branch of a repository on which an assignment begins. */
export function branchOf({ id, continues }: Assignment): string {
  return continues === null ? 'main' : id;
}

/** Names of an assignment's repositories whose students are no longer on the roster. */
export function orphansOf(
  course: Course,
  assignment: Assignment,
  works: readonly StudentWork[],
): string[] {
  const folder = join(course.folder, REPOSITORIES, assignment.id);
  if (!existsSync(folder)) return [];
  const known = new Set(works.map(({ name }) => name));
  return readdirSync(folder).filter((name) => !name.startsWith('.') && !known.has(name));
}

import type { Assignment, Course } from '../course/course.ts';
import { studentWorks } from '../course/student-work.ts';
import { starterOf } from '../grading/starter.ts';
import { sourcesOf, type Source } from './sources.ts';

/** What everybody has from the kit: what works began with, and its solutions, each variant once. */
export function kitsOwn(course: Course, assignment: Assignment): readonly Source[] {
  const starters = studentWorks(course, assignment).map((work) => starterOf(course, work));
  const oneOfEach = new Map(starters.map((starter) => [starter.key, starter])).values();
  return [...oneOfEach].flatMap(({ files, solution }) => [
    ...sourcesOf(files),
    ...sourcesOf(solution),
  ]);
}

import type { Course, Assignment } from '../course/course.ts';
import { studentWorks } from '../course/student-work.ts';
import { planWork } from '../repositories/plan-work.ts';
import { projectFiles, repositoryFiles } from '../repositories/repository-files.ts';
import { sourcesOf, type Source } from './sources.ts';

/** What everybody has from the kit, in every variant: what works began with, and the solutions. */
export function kitsOwn(course: Course, assignment: Assignment): readonly Source[] {
  const works = studentWorks(course, assignment);
  const oneOfEach = [...new Map(works.map((work) => [work.variant.name, work])).values()];
  return oneOfEach.flatMap((work) => {
    const plan = planWork(work, course.kit);
    const solved = projectFiles({ ...plan, open: [] });
    return [...sourcesOf(repositoryFiles(course, work)), ...sourcesOf(solved)];
  });
}

import type { Course, Assignment, Student } from '../course/course.ts';
import { firstOf, studentWorks, type StudentWork } from '../course/student-work.ts';
import { drawIncident } from '../repositories/incident.ts';
import { planWork } from '../repositories/plan-work.ts';
import { projectFiles, repositoryFiles } from '../repositories/repository-files.ts';
import { drawStudentsLetter } from '../repositories/students-letter.ts';
import type { Plan } from '../../scaffold/plan.ts';
import type { Files } from '../../scaffold/render.ts';

/** A variant of an assignment as a student gets it, and as it is when all is done. */
export interface Sample {
  readonly work: StudentWork;
  readonly plan: Plan;
  readonly starter: Files;
  readonly solution: Files;
  /** The one check that a planted mistake fails; null where lessons are asked. */
  readonly check: string | null;
}

const nobody: Student = {
  identifier: 'sample',
  name: 'A Student',
  email: null,
  section: null,
  username: null,
  lms: { canvasId: null, sisUserId: null, sisLoginId: null, idNumber: null },
};

/** One sample for each resource that can be drawn: that of the first student who has it. */
export function samplesOf(course: Course, assignment: Assignment): Sample[] {
  const works = studentWorks(course, assignment);
  return firstOf(course, assignment).resources.map((variant) => {
    const invented = {
      assignment,
      students: [nobody],
      name: 'sample',
      variant,
      seed: 1,
      due: null,
    };
    const work = works.find((each) => each.variant.name === variant.name) ?? invented;
    return sampleOf(course, work);
  });
}

function sampleOf(course: Course, work: StudentWork): Sample {
  const plan = planWork(work, course.kit);
  const starter = repositoryFiles(course, work);
  const solved = { ...plan, open: [] };
  const sample = { work, plan, starter, check: null };
  if (work.assignment.mode === 'mail') {
    const resource = drawStudentsLetter(work, plan).wanted;
    return { ...sample, solution: projectFiles({ ...solved, resource }) };
  }
  const solution = projectFiles(solved);
  if (work.assignment.mode !== 'drill') return { ...sample, solution };
  return { ...sample, solution, check: drawIncident(work, plan, solution).mistake.check };
}

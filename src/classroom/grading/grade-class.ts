import type { Assignment, Course } from '../course/course.ts';
import { studentWorks, type StudentWork } from '../course/student-work.ts';
import { everyOne } from '../every-one.ts';
import type { Grade } from '../grades.ts';
import { findSubmissions, type HandedIn } from '../submissions/find-submissions.ts';
import { sortByWork } from '../submissions/whose.ts';
import { newestOf } from '../submissions/newest.ts';
import type { WorkGrader } from './grade-work.ts';
import { partOf, type Part } from './part.ts';

/** How a class is graded. */
export interface ClassGrading {
  /** Folder of the submissions, absolute. */
  readonly submissions: string;
  /** How many submissions are asked at the same time. */
  readonly jobs: number;
  /** Decides the values of all checks; null for each student's own. */
  readonly seed: number | null;
  /** The works that are graded here. */
  readonly part: Part;
  /** Told of each grade as soon as it is there. */
  readonly onGrade: (grade: Grade, done: number, all: number) => void;
}

/** What came of an assignment. */
export interface GradedClass {
  readonly assignment: Assignment;
  /** One for each work of the part, in the order of the roster. */
  readonly grades: readonly Grade[];
  /** What nobody on the roster could be found for. */
  readonly unknown: readonly HandedIn[];
}

/** Grades all works of an assignment. */
export async function gradeClass(
  course: Course,
  assignment: Assignment,
  grader: WorkGrader,
  { submissions, jobs, seed, part, onGrade }: ClassGrading,
): Promise<GradedClass> {
  const works = studentWorks(course, assignment);
  const { byWork, unknown } = sortByWork(findSubmissions(submissions), works);
  const mine = partOf(works, part);
  let done = 0;
  const gradeOne = async (work: StudentWork) => {
    const { newest, notes } = newestOf(byWork.get(work) ?? []);
    const grade = await grader.grade(work, newest, notes, seed ?? work.seed);
    done += 1;
    onGrade(grade, done, mine.length);
    return grade;
  };
  return { assignment, grades: await everyOne(mine, jobs, gradeOne), unknown };
}

import type { Assignment, Course, Student } from '../course/course.ts';
import { studentWorks } from '../course/student-work.ts';
import type { Grade } from '../grades.ts';

/** A student's grade for an assignment. */
export interface Mark {
  readonly student: Student;
  readonly assignment: Assignment;
  /** Null where there is none yet, which is never a zero. */
  readonly points: number | null;
  /** What it was made from; null where nothing was graded yet. */
  readonly grade: Grade | null;
}

/**
 * The marks of every student on the roster, in its order, assignment by assignment.
 * @param gradeOf the grade of a repository; null where there is none
 */
export function marksOf(
  course: Course,
  assignments: readonly Assignment[],
  gradeOf: (assignment: Assignment, work: string) => Grade | null,
): Mark[] {
  return assignments.flatMap((assignment) => {
    const works = studentWorks(course, assignment);
    const grades = new Map(
      works.flatMap(({ students, name }) => {
        const grade = gradeOf(assignment, name);
        return students.map(({ identifier }) => [identifier, grade] as const);
      }),
    );
    return course.students.map((student) => {
      const grade = grades.get(student.identifier) ?? null;
      return { student, assignment, points: pointsOf(grade), grade };
    });
  });
}

function pointsOf(grade: Grade | null): number | null {
  return grade === null || grade.state === 'not-graded' ? null : roundPoints(grade.points.total);
}

/** Points with two decimals, as gradebooks keep them. */
export function roundPoints(points: number): number {
  return Math.round(points * 100) / 100;
}

import { createHash } from 'node:crypto';
import type { Course } from '../course/course.ts';
import { studentWorks } from '../course/student-work.ts';
import type { Errand } from '../grading/errand.ts';
import { GraderFault } from '../grading/grader-fault.ts';
import { keyOfQuestion, questionOf, type Asker, type Question } from '../grading/question.ts';
import { findSubmissions } from '../submissions/find-submissions.ts';

/** An errand as it travels to whoever has the same course and the same submissions. */
export interface SentErrand {
  readonly assignment: string;
  readonly work: string;
  /** A submission travels by its name. */
  readonly of: { readonly name: string } | 'starter' | 'solution';
  readonly question: Question;
}

/** The form in which an errand travels. */
export function sendable({ work, of, question }: Errand): SentErrand {
  const named = typeof of === 'string' ? of : { name: of.name };
  return { assignment: work.assignment.id, work: work.name, of: named, question };
}

/**
 * An errand that has come, with what is here.
 * @param submissionsOf folder of the submissions of an assignment
 * @throws GraderFault where the same is not here
 */
export function receive(
  { assignment: id, work: name, of, question }: SentErrand,
  course: Course,
  asker: Asker,
  submissionsOf: (assignment: Course['assignments'][number]) => string,
): Errand {
  const assignment = course.assignments.find((each) => each.id === id);
  const work = assignment && studentWorks(course, assignment).find((each) => each.name === name);
  if (assignment === undefined || work === undefined) {
    throw new GraderFault(`a worker has a course without ${name} in ${id}`);
  }
  const here = questionOf(course, work, asker, question.hash, question.seed);
  if (keyOfQuestion(here) !== keyOfQuestion(question)) {
    throw new GraderFault(`a worker has another course.yaml, or another kit, for ${name}`);
  }
  if (typeof of === 'string') return { work, of, question };
  const submission = findSubmissions(submissionsOf(assignment)).find(
    (each) => each.name === of.name,
  );
  if (submission === undefined) throw new GraderFault(`a worker has no submission ${of.name}`);
  return { work, of: submission, question };
}

/** Name of the queue of a course: the same for all who can answer its questions, and for nobody else. */
export function queueName({ title, assignments }: Course, { kit, sandbox }: Asker): string {
  const drawn = assignments.map(({ id, seed }) => [id, seed]);
  const text = JSON.stringify([title, drawn, kit, sandbox]);
  return `create-backend-${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
}

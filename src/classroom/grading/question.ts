import { createHash } from 'node:crypto';
import type { Course } from '../course/course.ts';
import type { StudentWork } from '../course/student-work.ts';
import { starterOf } from './starter.ts';

/** What decides what is found: for an equal question there is an equal answer. */
export interface Question {
  /** Of the files that are asked; the name of what is the kit's own. */
  readonly hash: string;
  /** Key of what the work began with. */
  readonly starter: string;
  readonly lessons: readonly string[];
  /** Decides the values that the checks send. */
  readonly seed: number;
  readonly kit: string;
  readonly sandbox: 'bubblewrap' | 'none';
}

/** Who asks: the version of the kit, and what it encloses submissions with. */
export type Asker = Pick<Question, 'kit' | 'sandbox'>;

/** The question that the files of a work are asked. */
export function questionOf(
  course: Course,
  work: StudentWork,
  { kit, sandbox }: Asker,
  hash: string,
  seed: number,
): Question {
  const { lessons } = work.assignment;
  return { hash, starter: starterOf(course, work).key, lessons, seed, kit, sandbox };
}

/** A name for a question: equal for equal questions alone. */
export function keyOfQuestion(question: Question): string {
  return createHash('sha256').update(JSON.stringify(question)).digest('hex');
}

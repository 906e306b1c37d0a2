import type { StudentWork } from '../course/student-work.ts';
import type { HandedIn } from '../submissions/find-submissions.ts';
import type { KeptFindings } from './findings-store.ts';
import type { Question } from './question.ts';

/** What is to be asked of one set of files, on this machine or on another. */
export interface Errand {
  readonly work: StudentWork;
  /** What a student handed in; or what the work began with, or the kit's solution of it. */
  readonly of: HandedIn | 'starter' | 'solution';
  readonly question: Question;
}

/** Runs an errand; throws a GraderFault where nothing can be said of its files. */
export type RunErrand = (errand: Errand) => Promise<KeptFindings>;

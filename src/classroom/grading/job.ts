/** What one grader is to do: put the checks to one submission. It crosses to another process. */
export interface GradingJob {
  /** Folder of the submission, as the grader sees it; its state file is the instructor's. */
  readonly project: string;
  /** Ids of the lessons whose checks count, and whether those of the stage's conformance set do. */
  readonly lessons: readonly string[];
  readonly conformance: boolean;
  readonly seed: number;
  /** Longest time for all checks together, in seconds. */
  readonly seconds: number;
  /** Files by which the student's programs join what limits them; null where nothing encloses them. */
  readonly doors: readonly string[] | null;
}

/** What came of one check, before it is worth anything. */
export interface CheckOutcome {
  readonly id: string;
  /** Null for the conformance set. */
  readonly lesson: string | null;
  readonly title: string;
  readonly state: 'pass' | 'fail' | 'not-run';
  readonly tried: string | null;
  readonly expected: string | null;
  readonly got: string | null;
  readonly likely: string | null;
  readonly reason: string | null;
  readonly log: readonly string[];
}

/** What a grader found; it is the last line that the grader prints. */
export interface Findings {
  readonly outcomes: readonly CheckOutcome[];
  readonly incidents: readonly { readonly kind: string; readonly text: string }[];
  /** What went wrong with the kit or with the machine: while there is any of it, nothing counts. */
  readonly faults: readonly string[];
}

/** What the work of one repository has earned, and why it has not earned more. */
export interface Grade {
  readonly schema: 1;
  readonly assignment: string;
  /** Name of the repository: `ada`, or `ada-and-lin`. */
  readonly work: string;
  /** Identifiers of whom it is the grade of. */
  readonly students: readonly string[];
  /** `missing`: nothing was handed in. `not-graded`: the kit has failed, and will try again. */
  readonly state: 'graded' | 'not-graded' | 'missing';
  /** Why it is not graded; null where it is. */
  readonly reason: string | null;
  /** The resource that was drawn for them, by the name in the course file. */
  readonly resource: string;
  readonly points: Points;
  /** In the order of the curriculum. */
  readonly lessons: readonly LessonGrade[];
  /** What the sandbox has kept the submission from, or ended it for; each a sentence for the student. */
  readonly incidents: readonly { readonly kind: string; readonly text: string }[];
  /** What else is to be known of the submission, each a sentence, e.g. files that were left out. */
  readonly notes: readonly string[];
  /** What was graded; null where nothing was handed in. */
  readonly submission: Submission | null;
  /** Decides the values that the checks have sent. */
  readonly seed: number;
  /** Version of the kit whose checks were asked. */
  readonly kit: string;
  /** What the student's programs ran in; `none` where the instructor said `--unsafe`. */
  readonly sandbox: 'bubblewrap' | 'none';
  /** Milliseconds since 1970. */
  readonly gradedAt: number;
}

/** How the total comes about: `earned − late + adjusted`, and never below nothing. */
export interface Points {
  readonly possible: number;
  /** By the checks. */
  readonly earned: number;
  /** Taken off for lateness. */
  readonly late: number;
  /** How late it was, in a sentence; null where it was in time. */
  readonly lateness: string | null;
  /** Added by hand, below nothing where taken off. */
  readonly adjusted: number;
  /** The reasons of what was adjusted. */
  readonly adjustments: readonly string[];
  readonly total: number;
}

/** One lesson's part; the conformance set is one of its own. */
export interface LessonGrade {
  /** Id of the lesson; `conformance` for the set of the stage. */
  readonly id: string;
  readonly title: string;
  /** Why it matters, in a sentence. */
  readonly why: string;
  readonly possible: number;
  readonly earned: number;
  readonly checks: readonly CheckGrade[];
}

/** What came of one check. */
export interface CheckGrade {
  readonly id: string;
  readonly title: string;
  readonly state: 'pass' | 'fail' | 'not-run';
  /** `earns`: the starter fails it. `keeps`: the starter passes it, so that it can only be lost. */
  readonly role: 'earns' | 'keeps';
  /** Points that it has cost; 0 where it has passed. */
  readonly lost: number;
  /** The request, as a command line; null where none was sent, or it has passed. */
  readonly tried: string | null;
  readonly expected: string | null;
  readonly got: string | null;
  /** The probable cause of a failure. */
  readonly likely: string | null;
  /** Why it was not run; null where it was. */
  readonly reason: string | null;
  /** The last lines that the service wrote, where it failed. */
  readonly log: readonly string[];
}

/** What was handed in. */
export interface Submission {
  /** Name of the folder or file among the submissions. */
  readonly name: string;
  /** SHA-256 of its files, in hex. */
  readonly hash: string;
  /** When the instructor's side saw it, or its last commit's time where the course says so: milliseconds since 1970. */
  readonly time: number;
  /** The commit, where it came as a repository. */
  readonly commit: string | null;
}

import type { GitContext } from '../../project/git.ts';
import { everyOne } from '../every-one.ts';
import type { Course } from '../course/course.ts';
import { studentWorks, type StudentWork } from '../course/student-work.ts';
import { hasBranch } from './make-repository.ts';
import { branchOf, repositoryPath } from './place.ts';
import { pushBranch, type PushOutcome } from './push-branch.ts';
import { remoteOf } from './remote.ts';

/** What became of one student's repository; `absent`: there is none yet. */
export interface Pushed extends Omit<PushOutcome, 'state'> {
  readonly work: StudentWork;
  readonly remote: string;
  readonly state: PushOutcome['state'] | 'absent';
}

/** Where repositories go. */
export interface Destination {
  /** A remote, with `{identifier}` and the like in it. */
  readonly remote: string;
  /** Command that makes the repository on the host, with the same in it; null where it needs none. */
  readonly create: readonly string[] | null;
}

/** Pushes under way at the same time: hosts refuse more from one address. */
const AT_ONCE = 4;

/** Pushes what is not at its remote yet; one that fails stops no other. */
export async function pushAll(
  context: GitContext,
  course: Course,
  assignments: Course['assignments'],
  destination: Destination,
): Promise<Pushed[]> {
  const parcels = assignments.map((assignment) =>
    studentWorks(course, assignment).map((work) => addressed(course, work, destination)),
  );
  const pushed: Pushed[] = [];
  // One assignment after the other: two of them may lie in one repository.
  for (const some of parcels) {
    pushed.push(...(await everyOne(some, AT_ONCE, (parcel) => pushOne(context, parcel))));
  }
  return pushed;
}

function addressed(course: Course, work: StudentWork, { remote, create }: Destination) {
  return {
    work,
    path: repositoryPath(course, work),
    branch: branchOf(work.assignment),
    remote: remoteOf(remote, work),
    create: create?.map((word) => remoteOf(word, work)) ?? null,
  };
}

async function pushOne(context: GitContext, parcel: ReturnType<typeof addressed>): Promise<Pushed> {
  const { work, remote, path, branch } = parcel;
  if (!hasBranch(path, branch)) return { work, remote, state: 'absent', reason: null };
  return { work, remote, ...(await pushBranch(context, parcel)) };
}

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
export function pushAll(
  context: GitContext,
  course: Course,
  assignments: Course['assignments'],
  destination: Destination,
): Promise<Pushed[]> {
  const works = assignments.flatMap((assignment) => studentWorks(course, assignment));
  const remotes = new Map(works.map((work) => [work, remoteOf(destination.remote, work)]));
  return everyOne(works, AT_ONCE, async (work) => {
    const remote = remotes.get(work)!;
    const path = repositoryPath(course, work);
    const branch = branchOf(work.assignment);
    if (!hasBranch(path, branch)) return { work, remote, state: 'absent', reason: null };
    const create = commandFor(destination, work);
    return { work, remote, ...(await pushBranch(context, { path, remote, branch, create })) };
  });
}

function commandFor({ create }: Destination, work: StudentWork): readonly string[] | null {
  return create?.map((word) => remoteOf(word, work)) ?? null;
}

import { Git, type GitContext } from '../../project/git.ts';
import { everyOne } from '../every-one.ts';
import type { Assignment, Course } from '../course/course.ts';
import { studentWorks, type StudentWork } from '../course/student-work.ts';
import { addLetterBranch } from './letter-branch.ts';
import { hasBranch, makeRepository } from './make-repository.ts';
import { branchOf, orphansOf, repositoryPath } from './place.ts';
import { repositoryFiles } from './repository-files.ts';

/** What became of one student's repository. */
export interface Generated {
  readonly work: StudentWork;
  /** Absolute path of the repository. */
  readonly path: string;
  /** `kept`: it was there, and nothing in it was touched; `to-make`: nothing was made, only looked. */
  readonly state: 'made' | 'kept' | 'to-make';
}

/** What came of all assignments. */
export interface Generation {
  readonly repositories: readonly Generated[];
  /** Repositories of students that are no longer on the roster, as `<assignment>/<name>`. */
  readonly orphans: readonly string[];
}

/** Repositories that are made at the same time: git leaves the processor idle often. */
const AT_ONCE = 4;

/**
 * Makes the repositories that are not there yet; those that are stay as they are.
 * @param isDryRun only tells what would be made
 */
export async function generate(
  context: GitContext,
  course: Course,
  assignments: readonly Assignment[],
  isDryRun: boolean,
): Promise<Generation> {
  const git = await new Git(context, course.folder).committing();
  const repositories: Generated[] = [];
  const orphans: string[] = [];
  // One assignment after the other: a letter comes to repositories of an earlier one.
  for (const assignment of assignments) {
    const works = studentWorks(course, assignment);
    const make = (work: StudentWork) => generateOne(context, git, course, work, isDryRun);
    repositories.push(...(await everyOne(works, AT_ONCE, make)));
    orphans.push(...orphansOf(course, assignment, works).map((name) => `${assignment.id}/${name}`));
  }
  return { repositories, orphans };
}

async function generateOne(
  context: GitContext,
  git: Git,
  course: Course,
  work: StudentWork,
  isDryRun: boolean,
): Promise<Generated> {
  context.signal.throwIfAborted();
  const path = repositoryPath(course, work);
  if (hasBranch(path, branchOf(work.assignment))) return { work, path, state: 'kept' };
  if (isDryRun) return { work, path, state: 'to-make' };
  if (work.assignment.continues !== null) await addLetterBranch(context, path, course, work);
  else await makeRepository(git, path, repositoryFiles(course, work), messageOf(work));
  return { work, path, state: 'made' };
}

function messageOf({ assignment }: StudentWork): string {
  return `Start ${assignment.title.replaceAll(/\s+/g, ' ')}`;
}

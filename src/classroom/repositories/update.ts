import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeFiles } from '../../project/files.ts';
import { Git, type GitContext } from '../../project/git.ts';
import { STATE_FILE } from '../../project/state.ts';
import type { Files } from '../../scaffold/render.ts';
import { everyOne } from '../every-one.ts';
import type { Course } from '../course/course.ts';
import { studentWorks, type StudentWork } from '../course/student-work.ts';
import { hasBranch } from './make-repository.ts';
import { repositoryPath } from './place.ts';
import { repositoryFiles } from './repository-files.ts';

/** What became of one released repository. */
export interface Updated {
  readonly work: StudentWork;
  /**
   * `changed`: it has a further commit; `to-change`: only looked; `same`: nothing differs;
   * `absent`: there is none; `edited`: something in it is not the kit's, so it is left alone;
   * `other-draw`: another mistake or letter would be drawn now, so it is left alone.
   */
  readonly state: 'changed' | 'to-change' | 'same' | 'absent' | 'edited' | 'other-draw';
  /** Paths that differ. */
  readonly paths: readonly string[];
}

const AT_ONCE = 4;

/**
 * Brings what the kit and the course say now into the instructor's copies of released repositories:
 * a commit upon the one that students were given, so that it merges into whatever they have made.
 * @param isDryRun only tells what would change
 */
export async function updateAll(
  context: GitContext,
  course: Course,
  assignments: Course['assignments'],
  isDryRun: boolean,
): Promise<Updated[]> {
  const git = await new Git(context, course.folder).committing();
  const own = assignments.filter(({ continues }) => continues === null);
  const works = own.flatMap((assignment) => studentWorks(course, assignment));
  return everyOne(works, AT_ONCE, async (work) => {
    context.signal.throwIfAborted();
    const path = repositoryPath(course, work);
    if (!hasBranch(path, 'main')) return { work, state: 'absent', paths: [] };
    return { work, ...(await updateOne(git.in(path), course, work, isDryRun)) };
  });
}

async function updateOne(
  git: Git,
  course: Course,
  work: StudentWork,
  isDryRun: boolean,
): Promise<Omit<Updated, 'work'>> {
  if ((await git.read('status', '--porcelain')) !== '') return { state: 'edited', paths: [] };
  const files = repositoryFiles(course, work);
  if (!(await isSameDraw(git, work, files))) return { state: 'other-draw', paths: [] };
  await replaceAll(git, files);
  const paths = await git.list('diff', '--cached', '--name-only', '-z');
  if (paths.length === 0) return { state: 'same', paths };
  if (isDryRun) {
    await git.read('reset', '--quiet', '--hard');
    return { state: 'to-change', paths };
  }
  await git.read('commit', '--quiet', '-m', `Update to create-backend ${course.kit}`);
  return { state: 'changed', paths };
}

/** What was drawn for a student stays theirs: a letter or a mistake is never exchanged. */
async function isSameDraw(git: Git, { assignment }: StudentWork, files: Files): Promise<boolean> {
  if (assignment.mode === 'exercise' || assignment.mode === 'blank') return true;
  const path = assignment.mode === 'mail' ? STATE_FILE : 'README.md';
  const given = await git.read('show', `HEAD:${path}`);
  const drawn = files.get(path)!;
  if (path === STATE_FILE) return resourceIn(given) === resourceIn(drawn);
  const symptom = /^> .*$/m;
  return symptom.exec(given)?.[0] === symptom.exec(drawn)?.[0];
}

function resourceIn(state: string): string {
  return JSON.stringify((JSON.parse(state) as { resource: object }).resource);
}

async function replaceAll(git: Git, files: Files): Promise<void> {
  for (const path of await git.list('ls-files', '-z')) {
    if (!files.has(path)) rmSync(join(git.folder, path));
  }
  writeFiles(git.folder, files);
  await git.read('add', '--all', '.');
}

import { STATE_FILE } from '../../project/state.ts';
import { openRepository, type Repository } from '../../project/repository.ts';
import { readText, readTree, storeTexts, writeTree } from '../../project/trees.ts';
import type { GitContext } from '../../project/git.ts';
import type { Files } from '../../scaffold/render.ts';
import type { Course } from '../course/course.ts';
import type { StudentWork } from '../course/student-work.ts';
import { renderClassroom } from '../classroom-templates.ts';
import { planWork } from './plan-work.ts';
import { drawStudentsLetter, withLetter } from './students-letter.ts';
import { taskValues } from './task.ts';

/**
 * Puts a letter onto a branch of its own, as one commit upon what the student was given: it merges
 * into whatever they have made of that.
 */
export async function addLetterBranch(
  context: GitContext,
  path: string,
  course: Course,
  work: StudentWork,
): Promise<void> {
  const repository = await openRepository(context, path);
  const files = await letterFiles(repository, course, work);
  const tree = await readTree(repository, 'main');
  const entries = await storeTexts(repository, [...files.values()]);
  const changed = [...files.keys()].map((file, at) => [file, entries[at]!] as const);
  const written = await writeTree(repository, new Map([...tree, ...changed]), 'main');
  const { git } = repository;
  const message = `Receive a letter: ${work.assignment.title}`;
  const commit = await git.read('commit-tree', '-p', 'main', '-m', message, written);
  await git.read('branch', '--no-track', work.assignment.id, commit);
}

/** The letter, its task, and the state file that describes what the customer wants. */
async function letterFiles(
  repository: Repository,
  course: Course,
  work: StudentWork,
): Promise<Files> {
  const plan = planWork(work, course.kit);
  const entry = (await readTree(repository, 'main')).get(STATE_FILE)!;
  const given = new Map([[STATE_FILE, await readText(repository, entry)]]);
  const task = renderClassroom('task.md', taskValues(course, work, plan, null));
  const title = `# ${work.assignment.title.replaceAll(/\s+/g, ' ')}`;
  return new Map([
    ...withLetter(given, plan, drawStudentsLetter(work, plan)),
    [`letters/${work.assignment.id}.md`, `${title}\n\n${task.trim()}\n`],
  ]);
}

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commitFiles, isKept } from '../../project/commits.ts';
import type { GitContext } from '../../project/git.ts';
import type { KnownProject } from '../../project/read-state.ts';
import type { Plan } from '../../scaffold/plan.ts';
import { testsOf } from '../exercise-mode.ts';

/** What became of the tests that come with a lesson. */
export interface Begun {
  /** Path of the tests that count from now on; null where none have come. */
  readonly tests: string | null;
  /** Short name of the commit that they came with; null where nothing was committed. */
  readonly commit: string | null;
}

/**
 * Brings the tests of a lesson into a project, as a commit where git keeps it. A file that the
 * learner has removed or rewritten is left alone.
 */
export async function beginLesson(
  context: GitContext,
  { folder, stack }: KnownProject,
  plan: Plan,
  lesson: string,
): Promise<Begun> {
  const tests = testsOf(plan, lesson);
  const path = join(folder, tests?.path ?? '');
  const isToCome =
    tests !== null && existsSync(path) && isTodo(path, stack.givenTests.todo(lesson));
  if (!isToCome) return { tests: null, commit: null };
  writeFileSync(path, tests.text);
  const message = `Begin ${lesson}: its tests count from now on`;
  const isInGit = await isKept(context, folder);
  const commit = isInGit ? await commitFiles(context, folder, [tests.path], message) : null;
  return { tests: tests.path, commit };
}

function isTodo(path: string, todo: string): boolean {
  return readFileSync(path, 'utf8').replaceAll('\r\n', '\n') === todo;
}

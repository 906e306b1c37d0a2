import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '../../context.ts';
import { STATE_FILE } from '../../project/state.ts';
import { givenTestPath } from '../../scaffold/given-tests.ts';
import type { Plan } from '../../scaffold/plan.ts';
import { renderProject, type Files } from '../../scaffold/render.ts';
import { loadTemplates } from '../../scaffold/template-set.ts';
import type { Learner } from './learner.ts';
import { mergeTexts } from './merge-file.ts';

/** What a file of the project becomes. */
export interface FileChange {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  /** Whether the learner had changed the same lines, so that theirs give way. */
  readonly isContested: boolean;
}

/** A lesson solved, or reopened, in a learner's project. */
export interface ExerciseChange {
  /** Files that become different; none where all stands as it should. */
  readonly changes: readonly FileChange[];
  /** Files of the exercise that are not where the kit put them. */
  readonly missing: readonly string[];
}

/**
 * Merges the solution of a lesson, or its starter, into what the learner has. On both sides the
 * lessons that are done are solved and those to come are open, so that only the lesson's own
 * regions differ.
 */
export async function changeExercise(
  context: Pick<Context, 'run' | 'env' | 'signal'>,
  { project, plan, progress }: Learner,
  lesson: string,
  to: 'solved' | 'open',
): Promise<ExerciseChange> {
  const others = plan.open.filter((id) => id !== lesson && !Object.hasOwn(progress.done, id));
  const solved = exerciseFiles({ ...plan, open: others }, lesson);
  const open = exerciseFiles({ ...plan, open: [...others, lesson] }, lesson);
  const [from, target] = to === 'solved' ? [open, solved] : [solved, open];
  const paths = [...target.keys()].filter((path) => from.get(path) !== target.get(path));
  const isThere = (path: string) => existsSync(join(project.folder, path));
  const changes: FileChange[] = [];
  for (const path of paths.filter(isThere)) {
    const before = readFileSync(join(project.folder, path), 'utf8');
    const versions = { yours: before, base: from.get(path)!, theirs: target.get(path)! };
    const { text, isContested } = await mergeTexts(context, versions);
    changes.push({ path, before, after: text, isContested });
  }
  return {
    changes: changes.filter(({ before, after }) => before !== after),
    missing: paths.filter((path) => !isThere(path)),
  };
}

/** Without what differs for other reasons: the state, and the tests, which come by themselves. */
function exerciseFiles(plan: Plan, lesson: string): Files {
  const files = renderProject(plan, loadTemplates(plan.stack.id, plan.stage), null);
  const others = new Set([STATE_FILE, givenTestPath(plan, lesson)]);
  return new Map([...files].filter(([path]) => !others.has(path)));
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '../../context.ts';
import type { KnownProject } from '../../project/read-state.ts';
import { STATE_FILE } from '../../project/state.ts';
import { givenTestPath } from '../../scaffold/given-tests.ts';
import type { Plan } from '../../scaffold/plan.ts';
import { renderProject, type Files } from '../../scaffold/render.ts';
import { loadTemplates } from '../../scaffold/template-set.ts';
import { distance } from '../distance.ts';
import { ownForm } from '../own-form.ts';
import type { Learner } from './learner.ts';
import { mergeTexts } from './merge-file.ts';
import { findMoved } from './moved-files.ts';

/** What a file of the project becomes; null where there is none. */
export interface FileChange {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
  /** Whether the learner had changed the same lines, so that theirs give way. */
  readonly isContested: boolean;
}

/** A lesson solved, or reopened, in a learner's project. */
export interface ExerciseChange {
  /** Files that become different; none where all stands as it should. */
  readonly changes: readonly FileChange[];
  /** Files of the exercise that are not there any more, under no name that git recognises. */
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
  const paths = [...new Set([...from.keys(), ...target.keys()])];
  const changes: FileChange[] = [];
  const missing: string[] = [];
  const moved = await findMoved(context, project.folder, from);
  const differing = paths.filter((path) => from.get(path) !== target.get(path));
  const ways = await waysToWrite(context, project, differing, [from, target]);
  for (const path of differing) {
    const current = moved.get(path) ?? path;
    const sides = likeliestSides(join(project.folder, current), path, ways);
    const isLost = sides.base !== undefined && !existsSync(join(project.folder, current));
    if (!isLost) changes.push(await changeFile(context, project.folder, current, sides));
    else if (sides.theirs !== undefined) missing.push(path);
  }
  return { changes: changes.filter(({ before, after }) => before !== after), missing };
}

/** Both sides of a change. */
type Sides = readonly [from: Files, target: Files];

/** Both sides as the kit writes them, and as the project's own formatter would have them. */
async function waysToWrite(
  context: Pick<Context, 'run' | 'env' | 'signal'>,
  project: KnownProject,
  paths: readonly string[],
  [from, target]: Sides,
): Promise<readonly Sides[]> {
  const format = ownForm(context, project, from);
  if (format === null) return [[from, target]];
  const only = (files: Files) => new Map([...files].filter(([path]) => paths.includes(path)));
  const formatted = [await format(only(from)), await format(only(target))] as const;
  return [formatted, [from, target]];
}

/** The way of writing that is most like what the learner has. */
function likeliestSides(place: string, path: string, ways: readonly Sides[]) {
  const own = existsSync(place) ? readFileSync(place, 'utf8') : '';
  const distances = ways.map(([from]) => distance(from.get(path) ?? '', own));
  const [from, target] = ways[distances.indexOf(Math.min(...distances))]!;
  return { base: from.get(path), theirs: target.get(path) };
}

/** A file that only one side has comes or goes as a whole. */
async function changeFile(
  context: Pick<Context, 'run' | 'env' | 'signal'>,
  folder: string,
  path: string,
  { base = '', theirs }: { base: string | undefined; theirs: string | undefined },
): Promise<FileChange> {
  const place = join(folder, path);
  const before = existsSync(place) ? readFileSync(place, 'utf8') : null;
  if (theirs === undefined) return { path, before, after: null, isContested: false };
  if (before === null) return { path, before, after: theirs, isContested: false };
  const { text, isContested } = await mergeTexts(context, { yours: before, base, theirs });
  return { path, before, after: text, isContested };
}

/** Without what differs for other reasons: the state, and the tests, which come by themselves. */
function exerciseFiles(plan: Plan, lesson: string): Files {
  const files = renderProject(plan, loadTemplates(plan.stack.id, plan.stage), null);
  const others = new Set([STATE_FILE, givenTestPath(plan, lesson)]);
  return new Map([...files].filter(([path]) => !others.has(path)));
}

import { structuredPatch, type StructuredPatchHunk } from 'diff';
import type { Stage } from '../catalog/stages.ts';
import type { Plan } from './plan.ts';
import { reasonsOf, UNEXPLAINED, whyOfHunk, type Reasons } from './reasons.ts';
import { renderProject, type Files } from './render.ts';
import type { TemplateSet } from './template-set.ts';

/** What two stages of one project differ by in one file. */
export interface FileDiff {
  readonly path: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly added: number;
  readonly removed: number;
  readonly hunks: readonly Hunk[];
  /** The stage's own sentence on why; null where it has none. */
  readonly why: string | null;
}

/** Lines of a file that change together. */
export interface Hunk {
  /** Where they are, as diffs write it: `@@ -1,3 +1,4 @@`. */
  readonly place: string;
  /** Each with its sign; some that stay are among them. */
  readonly lines: readonly string[];
  /** Why just these change, where the file's sentence is not all there is to say. */
  readonly why: string | null;
}

/** Lines around a change that are shown with it. */
const CONTEXT_LINES = 3;

/**
 * What the stages after an earlier one change in a project, lock files aside.
 * @param plan the project at the later stage
 * @param templates those of the later stage, from the first stage on
 */
export function diffStages(plan: Plan, earlier: Stage, templates: TemplateSet): FileDiff[] {
  const before = renderProject(
    { ...plan, stage: earlier },
    templates.slice(0, earlier.number),
    null,
  );
  const after = renderProject(plan, templates, null);
  return diffFiles(before, after, reasonsOf(plan, templates.slice(earlier.number)));
}

/**
 * What two renderings of one project differ by.
 * @param reasons of stages, by path
 */
export function diffFiles(
  before: Files,
  after: Files,
  reasons: ReadonlyMap<string, Reasons>,
): FileDiff[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  return paths
    .filter((path) => before.get(path) !== after.get(path))
    .map((path) => diffFile(path, before, after, reasons.get(path) ?? UNEXPLAINED));
}

function diffFile(path: string, before: Files, after: Files, reasons: Reasons): FileDiff {
  const [old, current] = [before.get(path), after.get(path)];
  const options = { context: CONTEXT_LINES };
  const patch = structuredPatch(path, path, old ?? '', current ?? '', '', '', options);
  const hunks = patch.hunks.map((hunk) => explained(hunk, reasons));
  const counted = (sign: string) =>
    hunks.flatMap(({ lines }) => lines).filter((line) => line.startsWith(sign)).length;
  return {
    path,
    change: old === undefined ? 'added' : current === undefined ? 'removed' : 'changed',
    added: counted('+'),
    removed: counted('-'),
    hunks,
    why: reasons.why,
  };
}

function explained(hunk: StructuredPatchHunk, reasons: Reasons): Hunk {
  const { oldStart, oldLines, newStart, newLines, lines } = hunk;
  return {
    place: `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
    lines,
    why: whyOfHunk(lines, reasons),
  };
}

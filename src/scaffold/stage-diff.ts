import { structuredPatch, type StructuredPatch } from 'diff';
import type { Stage } from '../catalog/stages.ts';
import type { Plan } from './plan.ts';
import { renderPath, renderProject, type Files } from './render.ts';
import type { TemplateSet } from './template-set.ts';

/** What two stages of one project differ by in one file. */
export interface FileDiff {
  readonly path: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly added: number;
  readonly removed: number;
  /** Lines with their sign, hunk headers among them. */
  readonly lines: readonly string[];
  /** The stage's own sentence on why; null where it has none. */
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
 * @param reasons sentences on why, by path
 */
export function diffFiles(
  before: Files,
  after: Files,
  reasons: ReadonlyMap<string, string>,
): FileDiff[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  return paths
    .filter((path) => before.get(path) !== after.get(path))
    .map((path) => diffFile(path, before, after, reasons));
}

/** The notes of stages on single files, by the files' paths in the project. */
export function reasonsOf(plan: Plan, templates: TemplateSet): Map<string, string> {
  const notes = templates.flatMap((stage): [string, string][] => Object.entries(stage.notes.notes));
  return new Map(notes.map(([path, why]) => [renderPath(path, plan), why]));
}

function diffFile(
  path: string,
  before: Files,
  after: Files,
  reasons: ReadonlyMap<string, string>,
): FileDiff {
  const [old, current] = [before.get(path), after.get(path)];
  const options = { context: CONTEXT_LINES };
  const patch = structuredPatch(path, path, old ?? '', current ?? '', '', '', options);
  const lines = patchLines(patch);
  const counted = (sign: string) => lines.filter((line) => line.startsWith(sign)).length;
  return {
    path,
    change: old === undefined ? 'added' : current === undefined ? 'removed' : 'changed',
    added: counted('+'),
    removed: counted('-'),
    lines,
    why: reasons.get(path) ?? null,
  };
}

function patchLines({ hunks }: StructuredPatch): string[] {
  return hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
    `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
    ...lines,
  ]);
}

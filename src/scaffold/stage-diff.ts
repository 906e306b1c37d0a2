import { structuredPatch, type StructuredPatch } from 'diff';
import type { Files } from './render.ts';
import type { StageNotes } from './template-set.ts';

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
 * Compares a project at two stages.
 * @param isCounted false for files that only programs read, such as lock files
 */
export function diffStages(
  before: Files,
  after: Files,
  notes: readonly StageNotes[],
  isCounted: (path: string) => boolean,
): FileDiff[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  return paths
    .filter((path) => before.get(path) !== after.get(path) && isCounted(path))
    .map((path) => diffFile(path, before.get(path), after.get(path), notes));
}

function diffFile(
  path: string,
  before: string | undefined,
  after: string | undefined,
  notes: readonly StageNotes[],
): FileDiff {
  const patch = structuredPatch(path, path, before ?? '', after ?? '', '', '', {
    context: CONTEXT_LINES,
  });
  const lines = patchLines(patch);
  const counted = (sign: string) => lines.filter((line) => line.startsWith(sign)).length;
  return {
    path,
    change: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed',
    added: counted('+'),
    removed: counted('-'),
    lines,
    why: notes.findLast((stage) => stage.notes[path] !== undefined)?.notes[path] ?? null,
  };
}

function patchLines({ hunks }: StructuredPatch): string[] {
  return hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
    `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
    ...lines,
  ]);
}

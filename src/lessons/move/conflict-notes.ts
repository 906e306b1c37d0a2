import type { FileDiff } from '../../scaffold/stage-diff.ts';
import type { KeyConflict } from './merge-by-key.ts';
import type { FileConflict } from './preview.ts';
import { relevantHunks } from './relevant-hunks.ts';

/** A file in conflict, with what a person needs to decide about it. */
export interface ConflictNote extends FileConflict {
  /** The stage's sentence on why it changes the file; null where it has none. */
  readonly why: string | null;
  /** What the stage wanted to change there: lines with their sign. */
  readonly wanted: readonly string[];
  /** Values that both sides have changed, of a manifest. */
  readonly keys: readonly KeyConflict[];
}

/** What is known about the files of a crossing. */
export interface Knowledge {
  readonly diffs: readonly FileDiff[];
  /** By the kit's path, the person's. */
  readonly renames: ReadonlyMap<string, string>;
  /** Path of the manifest, and its values in conflict. */
  readonly manifest: string;
  readonly keys: readonly KeyConflict[];
  /** Texts of the files as git leaves them, with its marks, by the person's path. */
  readonly marked: ReadonlyMap<string, string>;
}

/** Puts to every conflict what the stage wanted, and why. */
export function noteConflicts(
  conflicts: readonly FileConflict[],
  { diffs, renames, manifest, keys, marked }: Knowledge,
): ConflictNote[] {
  const known = new Map(diffs.map((diff) => [renames.get(diff.path) ?? diff.path, diff]));
  return conflicts.map((conflict) => {
    const diff = known.get(conflict.path);
    return {
      ...conflict,
      why: diff?.why ?? null,
      wanted: relevantHunks(diff?.hunks ?? [], marked.get(conflict.path) ?? ''),
      keys: conflict.path === manifest ? keys : [],
    };
  });
}

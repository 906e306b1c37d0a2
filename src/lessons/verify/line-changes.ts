import { diffArrays } from 'diff';

/** What became of the lines of a text, by their numbers from 0. */
export interface LineChanges {
  /** The new number of each line that stayed. */
  readonly kept: ReadonlyMap<number, number>;
  /** Lines that are gone or have another text. */
  readonly changed: ReadonlySet<number>;
  /** Lines before which new ones were put, where nothing was changed. */
  readonly pushed: ReadonlySet<number>;
}

/** Compares two texts line by line. */
export function changesOf(before: string, after: string): LineChanges {
  const kept = new Map<number, number>();
  const changed = new Set<number>();
  const pushed = new Set<number>();
  let [old, current] = [0, 0];
  let isReplacing = false;
  for (const { added, removed, count } of diffArrays(before.split('\n'), after.split('\n'))) {
    if (added) {
      if (!isReplacing) pushed.add(old);
      current += count;
    } else if (removed) {
      for (let at = 0; at < count; at++) changed.add(old++);
    } else {
      for (let at = 0; at < count; at++) kept.set(old++, current++);
    }
    isReplacing = removed;
  }
  return { kept, changed, pushed };
}

import { diffArrays } from 'diff';

/** How many lines of two texts have no like in the other. */
export function distance(one: string, other: string): number {
  const parts = diffArrays(one.split('\n'), other.split('\n'));
  return parts.reduce((sum, { added, removed, count }) => sum + (added || removed ? count : 0), 0);
}

/** "Did you mean …? " for the candidate that is closest to what was typed, or nothing. */
export function suggest(typed: string, candidates: readonly string[]): string {
  const closest = closestTo(typed, candidates);
  return closest === null ? '' : `Did you mean ${closest}? `;
}

/** The candidate within two edits of what was typed (one for short words), or null. */
export function closestTo(typed: string, candidates: readonly string[]): string | null {
  const reach = typed.length < 5 ? 1 : 2;
  const [closest] = candidates
    .map((candidate) => ({ candidate, edits: distance(typed, candidate) }))
    .filter(({ edits }) => edits <= reach)
    .sort((a, b) => a.edits - b.edits);
  return closest?.candidate ?? null;
}

/** Edits in between: characters inserted, deleted or replaced, and neighbours that changed places. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwapped ? before[j - 2]! + 1 : Infinity;
      next.push(Math.min(replaced, swapped, row[j]! + 1, next[j - 1]! + 1));
    }
    [before, row] = [row, next];
  }
  return row[b.length]!;
}

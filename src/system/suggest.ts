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

/** Levenshtein's distance: insertions, deletions and replacements of one character. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}

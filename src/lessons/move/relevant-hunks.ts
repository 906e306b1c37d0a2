/**
 * The hunks of a stage's own change that a conflict is about: those whose lines stand between
 * git's marks. Without marks, and where none can be told from the others, it is about all.
 * @param lines hunks with their headers, each line with its sign
 * @param marked the file as git leaves it, with marks
 */
export function relevantHunks(lines: readonly string[], marked: string): readonly string[] {
  const disputed = new Set(linesBetweenMarks(marked));
  const hunks = splitHunks(lines);
  const relevant = hunks.filter((hunk) =>
    hunk.some((line) => /^[-+]/.test(line) && disputed.has(line.slice(1).trim())),
  );
  return relevant.length === 0 ? lines : relevant.flat();
}

function splitHunks(lines: readonly string[]): string[][] {
  const hunks: string[][] = [];
  for (const line of lines) {
    if (line.startsWith('@@')) hunks.push([line]);
    else hunks.at(-1)?.push(line);
  }
  return hunks;
}

/** Lines of both sides, without those that stand everywhere, like a closing brace. */
function linesBetweenMarks(text: string): string[] {
  const regions = text.matchAll(/^<{7} .*\n([\s\S]*?)^>{7} /gm);
  return [...regions]
    .flatMap(([, region]) => region!.split('\n'))
    .map((line) => line.trim())
    .filter((line) => /\w/.test(line));
}

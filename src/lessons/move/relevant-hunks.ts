import type { Hunk } from '../../scaffold/stage-diff.ts';

/**
 * The hunks of a stage's own change that a conflict is about: those whose lines stand between
 * git's marks. Without marks, and where none can be told from the others, it is about all.
 * @param marked the file as git leaves it, with marks
 * @returns their places and lines
 */
export function relevantHunks(hunks: readonly Hunk[], marked: string): readonly string[] {
  const disputed = new Set(linesBetweenMarks(marked));
  const relevant = hunks.filter(({ lines }) =>
    lines.some((line) => /^[-+]/.test(line) && disputed.has(line.slice(1).trim())),
  );
  const shown = relevant.length === 0 ? hunks : relevant;
  return shown.flatMap(({ place, lines }) => [place, ...lines]);
}

/** Lines of both sides, without those that stand everywhere, like a closing brace. */
function linesBetweenMarks(text: string): string[] {
  const regions = text.matchAll(/^<{7} .*\n([\s\S]*?)^>{7} /gm);
  return [...regions]
    .flatMap(([, region]) => region!.split('\n'))
    .map((line) => line.trim())
    .filter((line) => /\w/.test(line));
}

import type { Region } from '../../scaffold/render-regions.ts';
import { changesOf } from '../verify/line-changes.ts';

/** Two sides of a crossing in one file, with what a person wrote in the regions of exercises. */
export interface Adopted {
  readonly base: string;
  readonly next: string;
  /** Lessons of which the stage rewrites a region, so that what the learner wrote there gives way. */
  readonly givingWay: readonly string[];
}

/**
 * Takes what a person wrote in the regions of exercises for what the kit had there, and for what
 * it has there at the next stage: so git finds nothing to dispute about. A region that the stage
 * rewrites becomes the stage's where it was written by a learner, because they were told to.
 * @param regions what the kit has in each of them, whole lines
 */
export function adoptSolutions(
  { base, next, yours }: { base: string; next: string; yours: string },
  regions: readonly Region[],
  isLearning: boolean,
): Adopted {
  let adopted: Adopted = { base, next, givingWay: [] };
  for (const { lesson, text: region } of regions) {
    const own = findOwn(base, yours, region);
    if (own === null || own === region) continue;
    const isKept = occursOnce(next, region);
    if (!isKept && !isLearning) continue;
    adopted = {
      base: adopted.base.replace(region, () => own),
      next: isKept ? adopted.next.replace(region, () => own) : adopted.next,
      givingWay: isKept ? adopted.givingWay : [...adopted.givingWay, lesson],
    };
  }
  return adopted;
}

/** What stands in a region now; null where its surroundings were changed, too. */
function findOwn(base: string, yours: string, region: string): string | null {
  if (!isWholeLines(base, region)) return null;
  const lines = yours.split('\n');
  // Compared without the region, every line of its surroundings finds its like: the first one from
  // above and the last one from below, where several are alike.
  const around = base.replace(region, '').split('\n');
  const first = base.slice(0, base.indexOf(region)).split('\n').length - 1;
  const before = first === 0 ? -1 : lineIn(lines, around, first - 1);
  const below = lineIn(lines.toReversed(), around.toReversed(), around.length - 1 - first);
  if (before === undefined || below === undefined) return null;
  const own = lines.slice(before + 1, lines.length - 1 - below);
  return own.map((line) => `${line}\n`).join('');
}

/** Where a line of one text stands in another. */
function lineIn(lines: string[], others: string[], number: number): number | undefined {
  return changesOf(others.join('\n'), lines.join('\n')).kept.get(number);
}

function isWholeLines(text: string, region: string): boolean {
  const isWhole = region.endsWith('\n') && `\n${text}`.includes(`\n${region}`);
  return isWhole && region.trim() !== '' && occursOnce(text, region);
}

function occursOnce(text: string, part: string): boolean {
  const at = text.indexOf(part);
  return at !== -1 && text.indexOf(part, at + 1) === -1;
}

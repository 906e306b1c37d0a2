import type { GradedWork } from './graded-work.ts';
import { percentOf } from './points-text.ts';

/** How the points of a class are spread. */
export interface Distribution {
  /** Works from 0 up to 10 %, from 10 up to 20 %, and so on; the last includes 100 %. */
  readonly tenths: readonly number[];
  readonly graded: number;
  readonly missing: number;
  readonly notGraded: number;
  /** In percent of what was possible; null where nothing is graded. */
  readonly median: number | null;
  readonly quartiles: readonly [lower: number, upper: number] | null;
}

/** The spread of what was graded; what is missing or not graded is counted apart. */
export function distributionOf(works: readonly GradedWork[]): Distribution {
  const count = (state: string) => works.filter(({ grade }) => grade.state === state).length;
  const shares = works
    .filter(({ grade }) => grade.state === 'graded')
    .map(({ grade: { points } }) => percentOf(points.total, points.possible))
    .sort((left, right) => left - right);
  const tenths = Array.from({ length: 10 }, () => 0);
  for (const share of shares) tenths[Math.min(9, Math.floor(share / 10))]! += 1;
  return {
    tenths,
    graded: shares.length,
    missing: count('missing'),
    notGraded: count('not-graded'),
    median: quantile(shares, 0.5),
    quartiles: shares.length === 0 ? null : [quantile(shares, 0.25)!, quantile(shares, 0.75)!],
  };
}

/** Between two values, the share of the way from one to the other. */
function quantile(sorted: readonly number[], part: number): number | null {
  if (sorted.length === 0) return null;
  const place = (sorted.length - 1) * part;
  const [below, above] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
  return Math.round(below + (above - below) * (place % 1));
}

import { OneText } from './one-text.ts';
import { passagesIn, type Passage } from './passages.ts';
import type { Source, WorkSources } from './sources.ts';
import { ownTraces, type Traces } from './traces.ts';

/** Two works that have something in common which is neither the kit's nor everybody's. */
export interface SimilarPair {
  readonly left: string;
  readonly right: string;
  /** Part of what is their own that both have, from 0 to 1. */
  readonly share: number;
  /** The longest first. */
  readonly passages: readonly Passage[];
}

/** Traces that two works must share, about a dozen lines: a few are what one and the same slip leaves. */
const LEAST_SHARED = 10;
const LEAST_SHARE = 0.15;
const SHOWN_PAIRS = 20;
const SHOWN_PASSAGES = 5;

/**
 * Pairs of works that resemble each other, the most alike first: by winnowed fingerprints
 * (Schleimer, Wilkerson, Aiken: Winnowing, SIGMOD 2003).
 * @param known what belongs to nobody: the kit's own code and its solutions
 */
export function similarPairs(
  works: readonly WorkSources[],
  known: readonly Source[],
): readonly SimilarPair[] {
  const sources = new Map(works.map((each) => [each.work, each.sources]));
  const textOf = (work: string) => new OneText(work, sources.get(work)!);
  return pairsIn(ownTraces(works, known))
    .sort((one, other) => other.share - one.share)
    .slice(0, SHOWN_PAIRS)
    .map(({ left, right, share, shared }) => {
      const passages = passagesIn(textOf(left), textOf(right), shared);
      return { left, right, share, passages: passages.slice(0, SHOWN_PASSAGES) };
    });
}

interface Found extends Omit<SimilarPair, 'passages'> {
  readonly shared: Traces;
}

function pairsIn(traces: ReadonlyMap<string, Traces>): Found[] {
  const works = [...traces];
  return works.flatMap(([left, ofLeft], at) =>
    works.slice(at + 1).flatMap(([right, ofRight]) => {
      const shared = ofLeft.intersection(ofRight);
      // Of the smaller work: who hides a copy among much else is found too.
      const share = shared.size / Math.min(ofLeft.size, ofRight.size);
      const isChance = shared.size < LEAST_SHARED || share < LEAST_SHARE;
      return isChance ? [] : [{ left, right, share, shared }];
    }),
  );
}

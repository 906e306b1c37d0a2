import { FingerprintIndex, WinnowFilter, type Pair } from '@dodona/dolos-core';
import { OneText, type Place } from './one-text.ts';
import type { Source } from './sources.ts';

/** The sources of a work. */
export interface WorkSources {
  readonly work: string;
  readonly sources: readonly Source[];
}

/** Two works that have something in common which is neither the kit's nor everybody's. */
export interface SimilarPair {
  readonly left: string;
  readonly right: string;
  /** Part of what is their own that both have, from 0 to 1. */
  readonly share: number;
  /** The longest first. */
  readonly passages: readonly Passage[];
}

/** The same passage in two works. */
export interface Passage {
  readonly left: Place;
  readonly right: Place;
}

/** Tokens of the shortest passage that is compared: about three lines. */
const PASSAGE = 23;
/** Every passage of this many tokens beyond the shortest leaves a trace. */
const WINDOW = 12;
/** Traces that two works must share, about a dozen lines: a few are what one and the same slip leaves. */
const LEAST_SHARED = 10;
const LEAST_SHARE = 0.15;
const SHOWN_PAIRS = 20;
const SHOWN_PASSAGES = 5;

/**
 * Pairs of works that resemble each other, the most alike first: by winnowed fingerprints
 * (Schleimer, Wilkerson, Aiken: Winnowing, SIGMOD 2003), as Dolos computes them.
 * @param known what belongs to nobody: the kit's own code and its solutions
 */
export function similarPairs(
  works: readonly WorkSources[],
  known: readonly Source[],
): readonly SimilarPair[] {
  const texts = new Map(works.map(({ work, sources }) => [work, new OneText(work, sources)]));
  const index = new FingerprintIndex(PASSAGE, WINDOW, false, everybodys(works.length));
  index.addIgnoredHashes(everyHash(new OneText('kit', known).tokens.tokens));
  // What merely stands beside each other says nothing of a work.
  const seams = [...texts.values()].flatMap((text) => text.seams(PASSAGE));
  index.addIgnoredHashes(seams.flatMap(everyHash));
  index.addFiles([...texts.values()].map(({ tokens }) => tokens));
  return pairsIn(index)
    .sort((one, other) => other.share - one.share)
    .slice(0, SHOWN_PAIRS)
    .map(({ share, pair }) => ({ share, ...described(pair, texts) }));
}

interface Found {
  readonly share: number;
  readonly pair: Pair;
}

function pairsIn(index: FingerprintIndex): Found[] {
  const entries = index.entries();
  return entries.flatMap((left, at) =>
    entries.slice(at + 1).flatMap((right) => {
      const shared = left.shared.intersection(right.shared).size;
      // Of the smaller work: who hides a copy among much else is found too.
      const share = shared / Math.min(left.shared.size, right.shared.size);
      const isChance = shared < LEAST_SHARED || share < LEAST_SHARE;
      return isChance ? [] : [{ share, pair: index.getPair(left.file, right.file) }];
    }),
  );
}

/** What more works than this have in common was told to all of them. */
function everybodys(works: number): number {
  return Math.max(4, Math.ceil(works / 4));
}

/** Not only the winnowed ones: what remains of a work must not hold a trace of what is known. */
function everyHash(tokens: readonly string[]): number[] {
  return [...new WinnowFilter(PASSAGE, 1).fingerprints([...tokens])].map(({ hash }) => hash);
}

function described(pair: Pair, texts: ReadonlyMap<string, OneText>) {
  const [left, right] = [pair.leftFile.path, pair.rightFile.path];
  const passages = pair
    .buildFragments()
    .map(({ leftSelection, rightSelection }) => ({
      left: texts.get(left)!.placeOf(leftSelection),
      right: texts.get(right)!.placeOf(rightSelection),
    }))
    .sort((one, other) => lengthOf(other) - lengthOf(one));
  return { left, right, passages: passages.slice(0, SHOWN_PASSAGES) };
}

function lengthOf({ left }: Passage): number {
  return left.to - left.from;
}

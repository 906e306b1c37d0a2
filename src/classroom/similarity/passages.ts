import { FingerprintIndex } from '@dodona/dolos-core';
import type { OneText, Place } from './one-text.ts';
import { hashesOf, PASSAGE, WINDOW, type Traces } from './traces.ts';

/** The same passage in two works. */
export interface Passage {
  readonly left: Place;
  readonly right: Place;
}

/** Where the traces that two works share are, the longest passage first. */
export function passagesIn(left: OneText, right: OneText, shared: Traces): readonly Passage[] {
  const index = new FingerprintIndex(PASSAGE, WINDOW, false);
  for (const { tokens } of [left, right])
    index.addIgnoredHashes([...hashesOf(tokens.tokens, WINDOW).difference(shared)]);
  index.addFiles([left.tokens, right.tokens]);
  return index
    .getPair(left.tokens, right.tokens)
    .buildFragments()
    .map(({ leftSelection, rightSelection }) => ({
      left: left.placeOf(leftSelection),
      right: right.placeOf(rightSelection),
    }))
    .sort((one, other) => lengthOf(other) - lengthOf(one));
}

function lengthOf({ left }: Passage): number {
  return left.to - left.from;
}

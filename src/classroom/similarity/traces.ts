import { WinnowFilter } from '@dodona/dolos-core';
import { OneText } from './one-text.ts';
import type { Source, WorkSources } from './sources.ts';

/** Tokens of the shortest passage that is compared: about three lines. */
export const PASSAGE = 23;
/** Every passage of this many tokens beyond the shortest leaves a trace. */
export const WINDOW = 12;

/** What passages leave in a work: winnowed fingerprints, as Dolos computes them. */
export type Traces = ReadonlySet<number>;

/**
 * The traces of each work that are neither the kit's nor everybody's.
 * @param kits what belongs to nobody
 */
export function ownTraces(
  works: readonly WorkSources[],
  kits: readonly Source[],
): ReadonlyMap<string, Traces> {
  const known = hashesOf(new OneText('kit', kits).tokens.tokens, 1);
  const own = works.map(({ work, sources }) => {
    // The texts of a large class do not fit into memory all at once.
    return [work, tracesBeyond(known, new OneText(work, sources))] as const;
  });
  const common = commonest(own.map(([, traces]) => traces));
  return new Map(own.map(([work, traces]) => [work, traces.difference(common)]));
}

/** Hashes of passages: of one in each window. With windows of one they are those of all. */
export function hashesOf(tokens: readonly string[], window: number): Set<number> {
  const filter = new WinnowFilter(PASSAGE, window);
  return new Set([...filter.fingerprints([...tokens])].map(({ hash }) => hash));
}

/** What merely stands beside each other, at the end of a file, says nothing of a work either. */
function tracesBeyond(known: Traces, text: OneText): Set<number> {
  const seams = text.seams(PASSAGE).flatMap((tokens) => [...hashesOf(tokens, 1)]);
  return hashesOf(text.tokens.tokens, WINDOW).difference(known).difference(new Set(seams));
}

/** What more than a quarter of the works have in common was told to all of them. */
function commonest(all: readonly Traces[]): Set<number> {
  const most = Math.max(4, Math.ceil(all.length / 4));
  const counts = new Map<number, number>();
  for (const traces of all)
    for (const trace of traces) counts.set(trace, (counts.get(trace) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count > most).map(([trace]) => trace));
}

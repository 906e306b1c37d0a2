import { mergeByKeys, type Json, type KeyConflict, type Sides } from './merge-by-key.ts';

/** A manifest's way over a border, such that git merges it line by line and comes to the same. */
export interface ManifestMerge {
  /** What is to be taken for the common ancestor: yours, but for the values in conflict. */
  readonly base: string;
  /** What is to be taken for theirs: yours, with what they have changed. */
  readonly theirs: string;
  readonly conflicts: readonly KeyConflict[];
}

/** Merges a manifest by key; null where one of the three is not a JSON object. */
export function mergeManifest(texts: Sides<string>): ManifestMerge | null {
  const sides = parseSides(texts);
  if (sides === null) return null;
  const { merged, conflicts } = mergeByKeys(sides, 'theirs');
  const base = conflicts.reduce(
    (json, { path, base: value }) => withValue(json, path, value),
    sides.yours,
  );
  return {
    base: conflicts.length === 0 ? texts.yours : spellLike(texts.yours, base),
    theirs: spellLike(texts.yours, merged),
    conflicts,
  };
}

/** A manifest in conflict, resolved: only the values in conflict are those of the preferred side. */
export function settleManifest(texts: Sides<string>, prefer: 'yours' | 'theirs'): string | null {
  const sides = parseSides(texts);
  return sides === null ? null : spellLike(texts.yours, mergeByKeys(sides, prefer).merged);
}

function parseSides({ base, yours, theirs }: Sides<string>): Sides<Json> | null {
  const [first, second, third] = [base, yours, theirs].map(parseObject);
  return first && second && third ? { base: first, yours: second, theirs: third } : null;
}

/** The object in a JSON text; null where it is something else. */
export function parseObject(text: string): Json | null {
  try {
    const json: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return typeof json === 'object' && !Array.isArray(json) ? (json as Json | null) : null;
  } catch {
    return null;
  }
}

function withValue(json: Json, [key, ...rest]: readonly string[], value: unknown): Json {
  const inner = rest.length === 0 ? value : withValue((json[key!] ?? {}) as Json, rest, value);
  return { ...json, [key!]: inner };
}

/** Spells JSON with the indentation and the line ends of another text of it. */
function spellLike(model: string, json: Json): string {
  const indentation = /^[ \t]+(?=")/m.exec(model)?.[0] ?? 2;
  const text = JSON.stringify(json, null, indentation) + (model.endsWith('\n') ? '\n' : '');
  return model.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text;
}

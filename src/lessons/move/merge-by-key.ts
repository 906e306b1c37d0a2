export type Json = Readonly<Record<string, unknown>>;

/** Three versions of something. */
export interface Sides<T> {
  readonly base: T;
  readonly yours: T;
  readonly theirs: T;
}

/** A value that both sides have changed, each in another way; undefined where there is none. */
export interface KeyConflict extends Sides<unknown> {
  /** The keys that lead to it, e.g. `scripts`, `dev`. */
  readonly path: readonly string[];
}

/** What came of a merge. */
export interface MergedKeys {
  readonly merged: Json;
  readonly conflicts: readonly KeyConflict[];
}

/**
 * Merges two versions of an object key by key, whatever their order and layout: what one side
 * alone has changed is taken. Lists are values.
 * @param prefer the side whose value stands where both have changed it
 */
export function mergeByKeys(sides: Sides<Json>, prefer: keyof Sides<Json>): MergedKeys {
  const conflicts: KeyConflict[] = [];
  return { merged: mergeObjects(sides, [], prefer, conflicts), conflicts };
}

function mergeObjects(
  sides: Sides<Json>,
  path: readonly string[],
  prefer: keyof Sides<Json>,
  conflicts: KeyConflict[],
): Json {
  const values = orderedKeys(sides).map((key) => [
    key,
    mergeValues(valuesOf(sides, key), [...path, key], prefer, conflicts),
  ]);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

function mergeValues(
  values: Sides<unknown>,
  path: readonly string[],
  prefer: keyof Sides<Json>,
  conflicts: KeyConflict[],
): unknown {
  const { base, yours, theirs } = values;
  if (isSame(yours, theirs) || isSame(base, theirs)) return yours;
  if (isSame(base, yours)) return theirs;
  if (isObject(yours) && isObject(theirs)) {
    const inner = { base: isObject(base) ? base : {}, yours, theirs };
    return mergeObjects(inner, path, prefer, conflicts);
  }
  conflicts.push({ path, ...values });
  return values[prefer];
}

function valuesOf({ base, yours, theirs }: Sides<Json>, key: string): Sides<unknown> {
  const of = (json: Json) => (Object.hasOwn(json, key) ? json[key] : undefined);
  return { base: of(base), yours: of(yours), theirs: of(theirs) };
}

/** The keys of yours in their order, and each that is new where it stands in theirs. */
function orderedKeys(sides: Sides<Json>): string[] {
  const [keys, others] = [Object.keys(sides.yours), Object.keys(sides.theirs)];
  const isAlphabetical = isSorted(keys) && isSorted(others);
  let before = -1;
  for (const key of others) {
    if (keys.includes(key)) before = keys.indexOf(key);
    else keys.splice((before += 1), 0, key);
  }
  return isAlphabetical ? keys.sort() : keys;
}

function isSorted(keys: readonly string[]): boolean {
  return keys.every((key, at) => at === 0 || keys[at - 1]! <= key);
}

function isSame(one: unknown, other: unknown): boolean {
  if (!isObject(one) || !isObject(other)) return JSON.stringify(one) === JSON.stringify(other);
  const keys = Object.keys(one);
  const isAsLong = keys.length === Object.keys(other).length;
  return isAsLong && keys.every((key) => isSame(one[key], other[key]));
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

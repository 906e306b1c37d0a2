import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';

/** What decides which packages are installed; nothing in it runs. */
export interface PackageWish {
  /** Text of `package.json`, with nothing but dependencies. */
  readonly manifest: string;
  /** Text of `package-lock.json`. */
  readonly lock: string;
}

const telling = ['dependencies', 'devDependencies', 'optionalDependencies', 'overrides'] as const;

/** The wish of a project, from the texts of its files; null where it is none that can be read. */
export function readWish(manifest: string | null, lock: string | null): PackageWish | null {
  const [given, locked] = [parseObject(manifest), parseObject(lock)];
  if (given === null || locked === null) return null;
  const told = telling.filter((name) => given[name] !== undefined);
  const own = Object.fromEntries(told.map((name) => [name, given[name]]));
  const named = { name: 'submission', version: '0.0.0', ...own };
  return { manifest: JSON.stringify(named), lock: JSON.stringify(withName(locked)) };
}

/** The same for equal wishes, as a name of a folder. */
export function keyOf({ manifest, lock }: PackageWish): string {
  return createHash('sha256').update(`${manifest}\n${lock}`).digest('hex').slice(0, 24);
}

/** Names of packages that a wish has at its top and another has not. */
export function packagesBeyond(wish: PackageWish, other: PackageWish): string[] {
  const known = topPackages(other);
  return [...topPackages(wish)].filter((name) => !known.has(name)).sort();
}

/** Whether two wishes lead to the same packages. */
export function isSameWish(one: PackageWish, other: PackageWish): boolean {
  return (
    isDeepStrictEqual(parseObject(one.manifest), parseObject(other.manifest)) &&
    isDeepStrictEqual(parseObject(one.lock), parseObject(other.lock))
  );
}

function topPackages({ manifest }: PackageWish): Set<string> {
  const given = parseObject(manifest)!;
  const names = telling.slice(0, 3).flatMap((name) => Object.keys((given[name] as object) ?? {}));
  return new Set(names);
}

/** The name of the project stands in its lock file too, and decides nothing. */
function withName(lock: Record<string, unknown>): Record<string, unknown> {
  const packages = (lock['packages'] ?? {}) as Record<string, Record<string, unknown>>;
  const { name: _, version: __, ...top } = packages[''] ?? {};
  const named = { name: 'submission', version: '0.0.0' };
  return { ...lock, ...named, packages: { ...packages, '': { ...named, ...top } } };
}

/** The object that a text holds as JSON; null where it holds none. */
export function parseObject(text: string | null): Record<string, unknown> | null {
  try {
    const parsed: unknown = JSON.parse(text ?? 'null');
    const isObject = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
    return isObject ? (parsed as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

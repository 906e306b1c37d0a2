import type { Entry, Tree } from '../../project/trees.ts';
import type { Files } from '../../scaffold/render.ts';
import type { Crossing } from './adapt.ts';

/** Where a project has the steps of its schema, in the order of the numbers that they begin with. */
const FOLDER = 'migrations';

/**
 * Puts the migrations that a stage brings behind those of the person's own: what has run stays, and
 * no step comes before one that has run already.
 */
export function withLaterNumbers(next: Files, base: Files, yours: Tree): Files {
  const first = Math.min(...numbersIn([...next.keys()].filter((path) => !base.has(path))));
  const last = Math.max(...numbersIn([...yours.keys()]));
  if (last < first) return next;
  const shift = last - first + 1;
  const shifted = (path: string) =>
    isMigration(path) && !base.has(path) ? withNumber(path, numberOf(path) + shift) : path;
  return new Map([...next].map(([path, text]) => [shifted(path), text]));
}

/**
 * Takes all that lies in folders which the stage begins anew for something that goes.
 * @returns what goes although the person has made or changed it
 */
export function giveUpFolders({ base, yours }: Crossing, folders: readonly string[]): string[] {
  const isIn = (path: string) => folders.some((folder) => path.startsWith(`${folder}/`));
  const made = new Map([...base].filter(([path]) => isIn(path)));
  const own = [...yours].filter(([path]) => isIn(path));
  for (const path of made.keys()) base.delete(path);
  for (const [path, entry] of own) base.set(path, entry);
  return own.filter(([path, entry]) => isChanged(entry, made.get(path))).map(([path]) => path);
}

function isChanged(entry: Entry, made: Entry | undefined): boolean {
  return entry.object !== made?.object;
}

function numbersIn(paths: readonly string[]): number[] {
  return paths.filter(isMigration).map(numberOf);
}

function isMigration(path: string): boolean {
  return new RegExp(`^${FOLDER}/\\d+[^/]*$`).test(path);
}

function numberOf(path: string): number {
  return Number(/\d+/.exec(path)![0]);
}

/** With as many digits as before. */
function withNumber(path: string, number: number): string {
  return path.replace(/\d+/, (digits) => String(number).padStart(digits.length, '0'));
}

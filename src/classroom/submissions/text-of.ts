import { lstatSync, readFileSync } from 'node:fs';

/** The text of a plain file; null where there is none, or something else is in its place. */
export function textOf(path: string): string | null {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found?.isFile() === true ? readFileSync(path, 'utf8') : null;
}

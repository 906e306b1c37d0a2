import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../errors.ts';

/** Something that was handed in. */
export interface HandedIn {
  /** Name of its folder or file among the submissions; it tells whose it is. */
  readonly name: string;
  readonly kind: 'folder' | 'zip';
  /** Absolute. */
  readonly path: string;
}

/**
 * What lies in a folder of submissions.
 * @throws UserError where there is no such folder
 */
export function findSubmissions(folder: string): readonly HandedIn[] {
  try {
    const names = readdirSync(folder).filter((name) => !name.startsWith('.'));
    return names.sort().flatMap((name) => handedIn(name, join(folder, name)));
  } catch (cause) {
    throw new UserError(
      `The submissions cannot be read: ${folder} is no folder that can be.`,
      'Name one by --submissions; it holds a folder, a zip file or a clone for each student.',
      { cause },
    );
  }
}

function handedIn(name: string, path: string): HandedIn[] {
  if (isZip(name)) return [{ name, kind: 'zip', path }];
  if (!statSync(path).isDirectory()) return [];
  const inside = readdirSync(path).filter((entry) => !entry.startsWith('.'));
  // Moodle gives each student a folder, with the file in it that was handed in.
  const [only] = inside;
  if (inside.length === 1 && isZip(only!)) return [{ name, kind: 'zip', path: join(path, only!) }];
  return [{ name, kind: 'folder', path }];
}

function isZip(name: string): boolean {
  return /\.zip$/i.test(name);
}

import { existsSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { HandedIn } from './find-submissions.ts';

/**
 * When the instructor's side saw a submission, in milliseconds since 1970: the time of a zip file,
 * of the last fetch of a clone, or of the newest file of a folder.
 */
export function seenAt({ kind, path }: HandedIn): number {
  const fetched = join(path, '.git', 'FETCH_HEAD');
  const index = join(path, '.git', 'index');
  const telling = kind === 'zip' ? path : [fetched, index].find((file) => existsSync(file));
  if (telling !== undefined) return Math.floor(statSync(telling).mtimeMs);
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  const times = entries
    .filter((entry) => entry.isFile())
    .map((entry) => lstatSync(join(entry.parentPath, entry.name)).mtimeMs);
  return Math.floor(Math.max(0, ...times));
}

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * SHA-256 of all files of a submission, in hex, by their paths and contents.
 * @param commit counts too: of git's own files, no more than that does
 */
export function hashFiles(folder: string, commit: string | null): string {
  const hash = createHash('sha256').update(`${commit}\n`);
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => !path.startsWith('.git/'));
  for (const path of paths.sort()) {
    const content = createHash('sha256').update(readFileSync(join(folder, path)));
    hash.update(JSON.stringify([path, content.digest('hex')]));
  }
  return hash.digest('hex');
}

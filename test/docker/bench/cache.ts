import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where what was downloaded is kept from one run to the next. Deleting it is always safe. */
export const cacheFolder = join(
  process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'),
  'create-backend',
  'docker',
);

/**
 * The path of a file or folder in the cache. When it is not there yet, `make` makes it at the
 * path that it is handed; it takes its own name only when complete.
 */
export function cached(name: string, make: (path: string) => void): string {
  const path = join(cacheFolder, name);
  if (existsSync(path)) return path;
  mkdirSync(cacheFolder, { recursive: true });
  const started = Date.now();
  const unfinished = `${path}.${process.pid}`;
  try {
    make(unfinished);
    renameSync(unfinished, path);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  console.log(`made ${name} (${((Date.now() - started) / 1000).toFixed(0)} s)`);
  return path;
}

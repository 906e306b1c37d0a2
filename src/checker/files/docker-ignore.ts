import { matchesGlob } from 'node:path';

/**
 * Whether a `.dockerignore` keeps a path out of the build: the last pattern that fits decides, and
 * `!` lets a path in again.
 */
export function keepsOut(ignoreFile: string, path: string): boolean {
  const patterns = ignoreFile
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const last = patterns.findLast((pattern) => fits(pattern.replace(/^!/, ''), path));
  return last !== undefined && !last.startsWith('!');
}

/** A pattern fits a path, and all that lies below a folder that it fits. */
function fits(pattern: string, path: string): boolean {
  const glob = pattern.replace(/^\.?\//, '').replace(/\/$/, '');
  const parts = path.split('/');
  return parts.some((_, depth) => matches(parts.slice(0, depth + 1).join('/'), glob));
}

/** Unlike in a shell, a star fits names that begin with a dot, too. */
function matches(path: string, glob: string): boolean {
  return matchesGlob(nameDots(path), nameDots(glob));
}

function nameDots(text: string): string {
  return text.replaceAll(/(^|\/)\./g, '$1dot-');
}

import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How the checker calls folders that programs under question may write into. */
const named = /create-backend-(?:check|pglite)-[A-Za-z0-9]+/g;

/**
 * The checker's temporary folders that a command names, in its words, its place or its settings:
 * a program sees those that it is to work in, and none of the others.
 */
export function scratchFoldersIn(texts: readonly (string | undefined)[]): readonly string[] {
  const names = texts.flatMap((text) => text?.match(named) ?? []);
  return [...new Set(names)].map((name) => join(tmpdir(), name)).filter((path) => existsSync(path));
}

import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJsonFile } from '../system/read-json.ts';
import { makePrivateFolder, privateFolder } from './private-folder.ts';

/**
 * What the kit remembers in a file of its own; null where there is none, or it cannot be read:
 * half a file, or somebody's edit, is as good as none.
 */
export function readPrivate(project: string, file: string): unknown {
  const path = join(privateFolder(project), file);
  if (!existsSync(path)) return null;
  try {
    return readJsonFile(path, file);
  } catch {
    return null;
  }
}

/** Remembers a value: all of it or, at an interrupt, the one from before. */
export function keepPrivate(project: string, file: string, value: object): void {
  const path = join(makePrivateFolder(project), file);
  writeFileSync(`${path}.new`, `${JSON.stringify(value, null, 2)}\n`);
  renameSync(`${path}.new`, path);
}

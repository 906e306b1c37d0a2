import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { explainFileError } from '../../system/file-errors.ts';
import type { Gradebook } from './gradebook.ts';

/**
 * Writes a gradebook, and reads it back as its reader will before it takes its place: a file that
 * would be misread never comes to be.
 */
export function writeGradebook(path: string, { text, examine }: Gradebook, shown: string): void {
  const draft = `${path}.new`;
  try {
    writeFileSync(draft, text);
    const [reason] = examine(readFileSync(draft, 'utf8'));
    if (reason !== undefined) throw new Error(`the gradebook would be misread: ${reason}`);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw explainFileError(error, `${shown} was not written`);
  }
}

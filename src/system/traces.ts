import { closeSync, existsSync, mkdirSync, openSync, rmdirSync, unlinkSync } from 'node:fs';
import { writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isMissing } from './file-errors.ts';

/** Files and folders that one run has made, which it can take back: never more than those. */
export class Traces {
  readonly #takeBack: (() => void)[] = [];
  readonly #folders = new Set<string>();

  /** Makes a folder and those above it, as far as they are missing. */
  makeFolder(path: string): void {
    if (this.#folders.has(path)) return;
    this.#folders.add(path);
    if (existsSync(path)) return;
    this.makeFolder(dirname(path));
    mkdirSync(path);
    this.#takeBack.push(() => rmdirSync(path));
  }

  /** Writes one file that must not exist yet. */
  writeFile(path: string, text: string): void {
    this.makeFolder(dirname(path));
    const file = openSync(path, 'wx');
    this.#takeBack.push(() => unlinkSync(path));
    try {
      writeFileSync(file, text);
    } finally {
      closeSync(file);
    }
  }

  /** Removes what was made, the last first; a folder that others have put something into stays. */
  takeBack(): void {
    for (const remove of this.#takeBack.toReversed()) {
      try {
        remove();
      } catch (error) {
        if (!isMissing(error) && !isFilled(error)) throw error;
      }
    }
  }
}

function isFilled(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOTEMPTY' || code === 'EEXIST';
}

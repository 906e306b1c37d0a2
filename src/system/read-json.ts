import { readFileSync, statSync } from 'node:fs';
import { UserError } from '../errors.ts';
import { explainFileError, isMissing } from './file-errors.ts';

/** Largest file that is read as JSON, in bytes. */
const MAX_JSON_BYTES = 1_000_000;

/**
 * Reads a JSON file that a person wrote; a byte order mark is forgiven.
 * @param shown how the person called the file
 */
export function readJsonFile(path: string, shown: string): unknown {
  const text = readText(path, shown).replace(/^\uFEFF/, '');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UserError(`${shown} is not JSON: ${(error as Error).message}.`, 'Mend the file.', {
      cause: error,
    });
  }
}

function readText(path: string, shown: string): string {
  try {
    const found = statSync(path);
    if (!found.isFile()) throw new UserError(`${shown} is not a file.`);
    if (found.size > MAX_JSON_BYTES) {
      throw new UserError(`${shown} is larger than ${MAX_JSON_BYTES / 1_000_000} MB.`);
    }
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) throw new UserError(`There is no file ${shown}.`, 'Check the path.');
    throw explainFileError(error, `${shown} cannot be read`);
  }
}

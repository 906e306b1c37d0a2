import { readFileSync, statSync } from 'node:fs';
import { UserError } from '../../errors.ts';
import { explainFileError, isMissing } from '../../system/file-errors.ts';

/** Largest file of a course that is read, in bytes. */
const MAX_BYTES = 5_000_000;

/**
 * Reads a text that an instructor or a learning management system wrote: UTF-8, UTF-16 with its
 * mark, or else what Windows writes in western Europe.
 * @param shown how the instructor calls the file
 */
export function readTextFile(path: string, shown: string): string {
  try {
    if (statSync(path).size > MAX_BYTES) {
      throw new UserError(`${shown} is larger than ${MAX_BYTES / 1_000_000} MB.`);
    }
    return decode(readFileSync(path)).replaceAll(/\r\n?/g, '\n');
  } catch (error) {
    if (isMissing(error)) throw new UserError(`There is no file ${shown}.`, 'Check the path.');
    throw explainFileError(error, `${shown} cannot be read`);
  }
}

/** A text in whichever of those encodings its bytes are; a byte order mark is forgiven. */
export function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

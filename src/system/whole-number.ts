import { UserError } from '../errors.ts';

/**
 * Reads a whole number from 0 on that was given as a flag; null where it was not given.
 * @throws UserError for anything else
 */
export function readWholeNumber(text: string | undefined, flag: string, most: number) {
  if (text === undefined) return null;
  const number = Number(text);
  if (/^\d+$/.test(text) && number <= most) return number;
  throw new UserError(`--${flag} ${text} is no whole number from 0 to ${most}.`);
}

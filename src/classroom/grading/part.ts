import { UserError } from '../../errors.ts';

/** One of several parts of a class, which are graded apart. */
export interface Part {
  /** From 1. */
  readonly number: number;
  readonly of: number;
}

/**
 * What `2/10` means; the whole where nothing is said.
 * @throws UserError where it means nothing
 */
export function readPart(text: string | undefined): Part {
  if (text === undefined) return { number: 1, of: 1 };
  const [number, of] = (/^(\d{1,4})\/(\d{1,4})$/.exec(text)?.slice(1) ?? []).map(Number);
  if (number !== undefined && of !== undefined && number >= 1 && number <= of)
    return { number, of };
  throw new UserError(
    `"${text}" is no part of a class.`,
    'Write the second of ten as --part 2/10.',
  );
}

/** What is in a part: each is in just one of all parts, and neighbours are in different ones. */
export function partOf<T>(all: readonly T[], { number, of }: Part): readonly T[] {
  return all.filter((_, at) => at % of === number - 1);
}

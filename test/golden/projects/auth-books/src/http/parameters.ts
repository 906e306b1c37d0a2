import { z } from 'zod';

/** The page that a list answers with, beside its items. */
const page = { total: z.int().min(0), limit: z.int().min(1), offset: z.int().min(0) };

/** How many items of a list, 1 to 100. */
export const limit = wholeNumber(1, 100).default(20);

/** How many items of a list to skip. */
export const offset = wholeNumber(0, Number.MAX_SAFE_INTEGER).default(0);

/** A filter by a boolean. */
export const flag = z.preprocess((text) => FLAGS.get(text) ?? text, z.boolean());

const FLAGS = new Map<unknown, boolean>([
  ['true', true],
  ['false', false],
]);

/** The fields that a list may be sorted by, `-` for descending; nothing else reaches a store. */
export function sortBy<const Field extends string>(...fields: readonly ['id', ...Field[]]) {
  const descending = fields.map((field) => `-${field}` as const);
  return z.literal([...fields, ...descending]).default('id');
}

/** An id in a path. */
export const id = wholeNumber(1, Number.MAX_SAFE_INTEGER);

/** The path of one item. */
export const ItemPath = z.object({ id });

/** The answer of a list. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), ...page });
}

function wholeNumber(min: number, max: number) {
  return z.preprocess(numberFrom, z.int().min(min).max(max));
}

/** Plain digits only: `1e3`, `+1`, `01` and an empty text are no numbers here. */
function numberFrom(text: unknown): unknown {
  return typeof text === 'string' && /^(0|-?[1-9]\d*)$/.test(text) ? Number(text) : text;
}

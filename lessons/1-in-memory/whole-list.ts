import type { Json } from '../../src/checker/expect.ts';

/** Items that a page holds at most. */
export const PAGE = 100;

/**
 * All items, page by page, however many the checks before have made; a service that knows no pages
 * answers the same again, and is asked no further.
 * @param page the items of a list from an offset on
 */
export async function wholeList(page: (offset: number) => Promise<Json[]>): Promise<Json[]> {
  const all: Json[] = [];
  const seen = new Set<unknown>();
  for (let offset = 0; ; offset += PAGE) {
    const items = await page(offset);
    const isNew = items.some(({ id }) => !seen.has(id));
    if (isNew) all.push(...items);
    if (items.length < PAGE || !isNew) return all;
    for (const { id } of items) seen.add(id);
  }
}

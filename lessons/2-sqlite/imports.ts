import type { Api } from '../../src/checker/api.ts';
import type { Answer } from '../../src/checker/http/exchange.ts';
import { isObject } from '../../src/checker/expect.ts';
import { NotRunnable } from '../../src/checker/failure.ts';
import type { Input } from '../../src/checker/values/items.ts';

/** Imports items, all or none. */
export function importAll(api: Api, items: unknown): Promise<Answer> {
  return api.post(`${api.list}/imports`, { items });
}

/** How many items the service has. */
export async function totalOf(api: Api): Promise<number> {
  const { json } = await api.get(`${api.list}?limit=1`);
  const total = isObject(json) ? json['total'] : undefined;
  if (typeof total === 'number') return total;
  throw new NotRunnable('it needs to know how many items there are, and `total` does not say');
}

/** How many of the inputs are stored, found by their natural keys. */
export async function countStored(
  api: Api,
  key: string,
  inputs: readonly Input[],
): Promise<number> {
  let stored = 0;
  for (const input of inputs) {
    const query = new URLSearchParams({ [key]: String(input[key]) });
    stored += (await api.listed(String(query))).length;
  }
  return stored;
}

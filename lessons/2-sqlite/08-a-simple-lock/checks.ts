import type { Api } from '../../../src/checker/api.ts';
import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import type { Request } from '../../../src/checker/http/exchange.ts';
import type { Items } from '../../../src/checker/values/items.ts';

/** Last stage with an API key; tokens come after it. */
const until = 3;

/** Lesson 08: whoever writes shows the key. */
export const checks: readonly Check[] = [
  {
    id: 'writes-need-the-key',
    title: 'every request that writes answers 401 without the key, and with a wrong one',
    likely: {
      else: 'the guard is written and not attached to this route; attach it once, for all that write',
    },
    until,
    run: async ({ api, items }) => {
      for (const request of await writes(api, items)) {
        const without = await api.as([]).send(request);
        expect.status(without, 401, `for ${request.method} without the key`);
        const wrong = await api.as([['X-API-Key', 'wrong']]).send(request);
        expect.status(wrong, 401, `for ${request.method} with a wrong key`);
      }
    },
  },
  {
    id: 'refusal-says-how',
    title: 'a 401 says in WWW-Authenticate how to get in',
    likely: 'the header is missing; RFC 9110 demands it of every 401',
    until,
    run: async ({ api, items }) => {
      const answer = await api.as([]).post(api.list, items.valid());
      expect.status(answer, 401);
      expect.hasHeader(answer, 'WWW-Authenticate');
    },
  },
  {
    id: 'key-is-not-in-the-address',
    title: 'a key in the address does not let anybody in',
    likely: 'the key is read from the query as well: addresses are in every log on the way',
    until,
    needs: ['start'],
    run: async ({ api, items, service }) => {
      const key = service.settings['API_KEY'];
      for (const name of ['api_key', 'key', 'X-API-Key']) {
        const answer = await api.as([]).post(`${api.list}?${name}=${key}`, items.valid());
        expect.status(answer, 401, `for ?${name}=`);
      }
    },
  },
  {
    id: 'reads-stay-open',
    title: 'reading needs no key',
    likely: 'the guard stands before everything',
    until,
    run: async ({ api }) => {
      const { id } = await api.given();
      for (const path of [api.list, api.item(id), '/health/live', '/openapi.json']) {
        expect.status(await api.as([]).get(path), 200, `for GET ${path}`);
      }
    },
  },
];

async function writes(api: Api, items: Items): Promise<Request[]> {
  const { id } = await api.given();
  const [list, item] = [api.list, api.item(id)];
  return [
    { method: 'POST', path: list, json: items.valid() },
    { method: 'PUT', path: item, json: items.valid() },
    { method: 'PATCH', path: item, json: {} },
    { method: 'POST', path: `${list}/imports`, json: { items: [items.valid()] } },
    { method: 'POST', path: `${item}/comments`, json: { body: 'let me in' } },
    { method: 'DELETE', path: item },
  ];
}

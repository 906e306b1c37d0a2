import type { Api } from '../../../src/checker/api.ts';
import type { Check, Question } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { NotRunnable } from '../../../src/checker/failure.ts';
import { filterChecks } from './filter-checks.ts';
import { sortChecks } from './sort-checks.ts';

/** Lesson 09: lists of any length, a page at a time. */
export const checks: readonly Check[] = [
  {
    id: 'pages-have-twenty',
    title: 'without a limit a list answers at most 20 items, and says so',
    likely: 'the default is another one, or there is none: then everything is answered, always',
    run: async (question) => {
      const { api } = question;
      await fill(question, 21);
      const answer = await api.get(api.list);
      expect.same(expect.object(answer)['limit'], 20, '`limit`', answer);
      expect.same(expect.items(answer).length, 20, 'the number of `items`', answer);
    },
  },
  {
    id: 'limit-is-honoured',
    title: 'limit=3 answers 3 items',
    likely: 'the limit is not read from the query, or it is compared as text',
    run: async (question) => {
      const { api } = question;
      await fill(question, 3);
      const answer = await api.get(`${api.list}?limit=3`);
      expect.status(answer, 200);
      expect.same(expect.items(answer).length, 3, 'the number of `items`', answer);
      expect.same(expect.object(answer)['limit'], 3, '`limit`', answer);
    },
  },
  {
    id: 'limit-has-limits',
    title: 'a limit below 1 or above 100, or that is no whole number, answers 422',
    likely: {
      200: 'limit=1000000 is honoured, or cut down without a word',
      else: 'the limit goes on unchecked: a negative one breaks the query',
    },
    run: async ({ api }) => {
      for (const limit of ['0', '-1', '101', '1000000', 'abc', '1.5', '1e1', '']) {
        const answer = await api.provoke(() => api.get(`${api.list}?limit=${limit}`));
        expect.status(answer, 422, `for limit=${limit}`);
      }
      expect.status(await api.get(`${api.list}?limit=100`), 200, 'for limit=100');
    },
  },
  {
    id: 'offset-has-limits',
    title: 'an offset below 0, or that is no whole number, answers 422',
    likely: { 500: 'the negative offset reaches the store', else: 'the offset is not checked' },
    run: async ({ api }) => {
      for (const offset of ['-1', 'abc', '0.5', '']) {
        const answer = await api.provoke(() => api.get(`${api.list}?offset=${offset}`));
        expect.status(answer, 422, `for offset=${offset}`);
      }
    },
  },
  {
    id: 'total-counts-all',
    title: '`total` counts all that match, not only the page',
    likely: 'the items of the page are counted',
    run: async (question) => {
      const { api } = question;
      await fill(question, 3);
      const before = expect.object(await api.get(`${api.list}?limit=1`))['total'];
      await api.given();
      const answer = await api.get(`${api.list}?limit=1`);
      const { total } = expect.object(answer);
      expect.that(Number(total) >= 4, '`total` counts every item', answer);
      expect.same(total, Number(before) + 1, '`total` after one more item', answer);
    },
  },
  {
    id: 'pages-fit-together',
    title: 'all pages together hold every {item} once, in one order',
    likely: 'the order is left to chance, or the offset is counted in pages',
    run: async (question) => {
      const { api } = question;
      await fill(question, 7);
      const whole = (await api.listed('limit=100')).map(({ id }) => id).slice(0, 12);
      const paged: unknown[] = [];
      for (let offset = 0; offset < whole.length; offset += 3) {
        const page = await api.get(`${api.list}?limit=3&offset=${offset}`);
        expect.same(expect.object(page)['offset'], offset, '`offset`', page);
        paged.push(...expect.items(page).map(({ id }) => id));
      }
      expect.same(paged.slice(0, whole.length), whole, 'the ids of four pages of three');
    },
  },
  {
    id: 'behind-the-end-is-empty',
    title: 'a page behind the end is empty, and no error',
    likely: 'the page is taken for a thing that does not exist',
    run: async ({ api }) => {
      const answer = await api.get(`${api.list}?offset=1000000`);
      expect.status(answer, 200);
      expect.same(expect.items(answer), [], '`items`', answer);
    },
  },
  ...sortChecks,
  ...filterChecks,
  {
    id: 'unknown-parameters-are-refused',
    title: 'a parameter that nobody knows answers 422',
    likely: 'it is ignored: whoever writes limt=5 gets a page of twenty and never learns why',
    run: async ({ api }) => {
      for (const query of ['limt=5', 'q=x', 'page=2', '__proto__=1']) {
        const answer = await api.provoke(() => api.get(`${api.list}?${query}`));
        expect.status(answer, 422, `for ?${query}`);
      }
    },
  },
  {
    id: 'a-parameter-comes-once',
    title: 'a parameter that comes twice answers 422',
    likely: 'the first or the last one wins, or both arrive as a list that nobody expects',
    run: async ({ api }) => {
      for (const query of ['limit=1&limit=2', 'sort=id&sort=-id', 'limit[]=1']) {
        const answer = await api.provoke(() => api.get(`${api.list}?${query}`));
        expect.status(answer, 422, `for ?${query}`);
      }
    },
  },
  {
    id: 'query-errors-are-pointed-at',
    title: 'the error for a wrong parameter points at it: /query/limit',
    likely: 'the pointer has another name for the query: the one that the framework uses inside',
    run: async ({ api }) => {
      const answer = await api.get(`${api.list}?limit=0`);
      const listed = expect.pointers(answer);
      const got = listed.length === 0 ? 'no `errors`' : `pointers: ${listed.join(', ')}`;
      expect.that(listed.includes('/query/limit'), 'the pointer /query/limit', answer, got);
    },
  },
];

/** Makes items until the list has so many. */
async function fill({ api }: Question, wanted: number): Promise<void> {
  const total = await totalOf(api);
  for (let count = total; count < wanted; count++) await api.given();
}

async function totalOf(api: Api): Promise<number> {
  const { json } = await api.get(`${api.list}?limit=1`);
  const total = expect.isObject(json) ? Number(json['total']) : NaN;
  if (Number.isInteger(total)) return total;
  throw new NotRunnable('it needs to know how many items there are, and `total` does not say');
}

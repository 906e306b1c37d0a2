import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { fieldsThat, isPlainKey, isRoomyText } from '../../../src/checker/fields.ts';
import { databaseChecks } from './database-checks.ts';

/** Texts that mean something to SQL, to its parameters or to its patterns. */
const texts = [`O'Reilly`, `'; DROP TABLE x; --`, `"a" OR 1=1`, `\\'`, '$1 ? :x @y', '%_', '/* */'];

/** Lesson 02: values are no SQL. */
export const checks: readonly Check[] = [
  {
    id: 'quotes-are-kept',
    title: "O'Reilly, --, ;, $1, ? and :x are stored as they are, in every text",
    likely: {
      500: 'the value is written into the SQL instead of being given as a parameter',
      else: 'quotes are doubled or removed by hand: parameters need no such care',
    },
    run: async ({ api, items, random, resource }) => {
      for (const { name } of fieldsThat(resource, 'roomy plain texts', isRoomyText)) {
        for (const text of texts) {
          const value = `${random.word(8)} ${text}`;
          const answer = await api.provoke(() =>
            api.post(api.list, items.valid({ [name]: value })),
          );
          expect.success(answer, `for ${JSON.stringify(value)}`);
          const stored = await api.get(api.item(expect.object(answer)['id']));
          expect.same(expect.object(stored)[name], value, `\`${name}\``, stored);
        }
      }
    },
  },
  {
    id: 'quotes-are-kept-in-changes',
    title: 'the same texts survive PUT and PATCH',
    likely: 'one of the three ways to write has SQL of its own, and escapes by hand',
    run: async ({ api, items, random, resource }) => {
      const { name } = fieldsThat(resource, 'roomy plain texts', isRoomyText)[0]!;
      const input = items.valid();
      const { id } = await api.given(input);
      for (const [at, text] of texts.entries()) {
        const value = `${random.word(8)} ${text}`;
        const change = { ...input, [name]: value };
        const answer = await (at % 2 === 0
          ? api.put(api.item(id), change)
          : api.patch(api.item(id), { [name]: value }));
        expect.success(answer, `for ${JSON.stringify(value)}`);
        expect.same((await api.stored(id))[name], value, `\`${name}\``, answer);
      }
    },
  },
  {
    id: 'quotes-are-found',
    title: "a filter finds {an item} by a text with a quote, like O'Reilly",
    likely: {
      500: 'the filter is written into the SQL: the quote ends the text too early',
      else: 'the filter changes the quotes of a text that was stored as it is',
    },
    run: async ({ api, items, resource }) => {
      const [key] = fieldsThat(resource, 'natural keys of any letters', isPlainKey);
      const [first, , ...rest] = String(items.key());
      const value = `${first}'${rest.join('')}`;
      const item = await api.given({ [key!.name]: value });
      const query = new URLSearchParams({ [key!.name]: value });
      const answer = await api.provoke(() => api.get(`${api.list}?${query}`));
      expect.status(answer, 200);
      expect.same(expect.items(answer), [item], '`items`', answer);
    },
  },
  {
    id: 'sorts-are-names',
    title: 'SQL behind the name of a field to sort by answers 422',
    likely: 'the allow-list looks at the beginning of the parameter, and all of it goes into SQL',
    run: async ({ api, resource }) => {
      const names = ['id', ...resource.sorts];
      const tails = ['%20DESC', ',id', '%20LIMIT%201', ')--', '%20COLLATE%20NOCASE'];
      for (const sort of names.flatMap((name) => tails.map((tail) => name + tail))) {
        const answer = await api.provoke(() => api.get(`${api.list}?sort=${sort}`));
        expect.status(answer, 422, `for sort=${sort}`);
      }
    },
  },
  {
    id: 'ids-are-no-sql',
    title: 'SQL behind an id (1 OR 1=1) finds nothing and deletes nothing',
    likely: 'only the beginning of the id is looked at: what stands behind it passes unseen',
    run: async ({ api }) => {
      const [first, second] = [await api.given(), await api.given()];
      for (const tail of ['%20OR%201=1', ';%20DELETE', `'--`, '%20UNION%20SELECT%201']) {
        const path = api.item(`${String(first.id)}${tail}`);
        for (const method of ['GET', 'DELETE']) {
          const answer = await api.provoke(() => api.send({ method, path }));
          expect.status(answer, [404, 400, 422], `for ${method} ${path}`);
        }
      }
      for (const { id } of [first, second]) {
        expect.status(await api.get(api.item(id)), 200, 'both items are still there');
      }
    },
  },
  ...databaseChecks,
];

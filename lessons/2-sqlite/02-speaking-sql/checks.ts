import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { fieldsThat, isPlainText } from '../../../src/checker/fields.ts';

const texts = ["O'Reilly", 'a--b', 'a;b', 'a"b', 'a$1b', 'a?b', 'a:name', "a\\'b", '100%'];

/** Lesson 02: values are values, whatever they look like. */
export const checks: readonly Check[] = [
  {
    id: 'sql-in-a-text-is-text',
    title: 'a text that looks like SQL is stored, found and answered as it is',
    likely: {
      500: 'the text becomes part of the SQL: a quote in it ends the string',
      else: 'the text is escaped by hand, once too often',
    },
    run: async ({ api, items, resource, random }) => {
      const [field] = fieldsThat(
        resource,
        'roomy plain texts',
        (field) => isPlainText(field) && field.maxLength >= 20 && field.minLength <= 10,
      );
      for (const text of texts) {
        const value = `${text}${random.word(10)}`;
        const input = items.valid({ [field!.name]: value });
        const answer = await api.provoke(() => api.post(api.list, input));
        expect.success(answer, `for ${value}`);
        expect.same(expect.object(answer)[field!.name], value, `\`${field!.name}\``, answer);
      }
    },
  },
  {
    id: 'sql-in-a-filter-is-text',
    title: 'a filter that looks like SQL finds what has this text, and nothing else',
    likely: {
      500: 'the value of the filter becomes part of the SQL',
      else: 'the value of the filter changes the meaning of the query',
    },
    run: async ({ api, resource }) => {
      await api.given();
      for (const value of ["'", "x' OR '1'='1", "x'; DROP TABLE a; --", ':id', '?']) {
        const query = new URLSearchParams({ [resource.key.name]: value });
        const answer = await api.provoke(() => api.get(`${api.list}?${query}`));
        expect.status(answer, 200, `for ?${query}`);
        expect.same(expect.items(answer), [], `\`items\` for ?${query}`, answer);
      }
    },
  },
];

import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { fieldsThat } from '../../../src/checker/fields.ts';

/** The checks of what a list leaves out when it is asked to. */
export const filterChecks: readonly Check[] = [
  {
    id: 'filters-by-key',
    title: '?{key}= finds the one {item} that has it',
    likely: 'the parameter is ignored, or it compares a part of the text',
    run: async ({ api, resource }) => {
      const { name } = resource.key;
      const item = await api.given();
      await api.given();
      const query = new URLSearchParams({ [name]: String(item[name]) });
      const answer = await api.get(`${api.list}?${query}`);
      expect.status(answer, 200);
      expect.same(expect.items(answer), [item], '`items`', answer);
      const part = new URLSearchParams({ [name]: String(item[name]).slice(0, -1) });
      const none = await api.get(`${api.list}?${part}`);
      expect.same(expect.items(none), [], '`items` for a part of it', none);
    },
  },
  {
    id: 'filters-by-value',
    title: 'a filter on a boolean or a choice answers only what matches',
    likely: 'the text "false" is true where it is not read as a boolean',
    run: async ({ api, items, resource }) => {
      const filters = fieldsThat(
        resource,
        'booleans and choices',
        (field) => field.isFilter && !field.unique,
      );
      for (const field of filters) {
        const item = await api.given();
        const other = items.other(field, item);
        if (other !== null)
          await api.patch(api.item((await api.given()).id), { [field.name]: other });
        for (const value of [item[field.name], other]) {
          if (value === null) continue;
          const query = new URLSearchParams({ limit: '100', [field.name]: String(value) });
          const answer = await api.get(`${api.list}?${query}`);
          expect.status(answer, 200, `for ?${query}`);
          const values = expect.items(answer).map((found) => found[field.name]);
          expect.that(values.length > 0, `items for ?${query}`, answer, 'none');
          const isRight = values.every((found) => found === value);
          expect.that(isRight, `only ${String(value)} for ?${query}`, answer);
        }
      }
    },
  },
  {
    id: 'total-follows-the-filter',
    title: '`total` counts what the filter leaves',
    likely: 'the count is asked without the filter',
    run: async ({ api, resource }) => {
      const { name } = resource.closes;
      const totals = await Promise.all(
        ['', `&${name}=true`, `&${name}=false`].map(async (filter) => {
          const answer = await api.get(`${api.list}?limit=1${filter}`);
          return Number(expect.object(answer)['total']);
        }),
      );
      const [all, closed, open] = totals as [number, number, number];
      const got = `all ${all}, closed ${closed}, open ${open}`;
      expect.that(all === closed + open, 'closed and open together are all', undefined, got);
    },
  },
  {
    id: 'wrong-filters-are-refused',
    title: 'a filter with a value that the field cannot have answers 422',
    likely: {
      200: 'anything that is not "true" is taken for false',
      else: 'the value goes on unchecked',
    },
    run: async ({ api, resource }) => {
      for (const { name } of resource.filters.filter(({ type }) => type === 'boolean')) {
        for (const value of ['maybe', '1', 'TRUE', '']) {
          const answer = await api.provoke(() => api.get(`${api.list}?${name}=${value}`));
          expect.status(answer, 422, `for ?${name}=${value}`);
        }
      }
    },
  },
  {
    id: 'filters-take-texts-literally',
    title: 'a filter takes %, _, * and quotes as what they are',
    likely: 'the value becomes part of a pattern or of a query',
    run: async ({ api, resource }) => {
      await api.given();
      for (const value of ['%', '_', '*', "' OR '1'='1", '\\']) {
        const query = new URLSearchParams({ [resource.key.name]: value });
        const answer = await api.provoke(() => api.get(`${api.list}?${query}`));
        expect.status(answer, 200, `for ?${query}`);
        expect.same(expect.items(answer), [], `\`items\` for ?${query}`, answer);
      }
    },
  },
];

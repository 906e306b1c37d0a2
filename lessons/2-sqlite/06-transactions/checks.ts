import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';

/** Lesson 06: all or nothing. */
export const checks: readonly Check[] = [
  {
    id: 'imports-come-in',
    title: 'POST {path}/imports of three items answers 201 {"imported":3}, and they are there',
    likely: { 404: 'the route is missing, or taken for an id', else: 'the items are not stored' },
    run: async ({ api, items, resource }) => {
      const inputs = [items.valid(), items.valid(), items.valid()];
      const answer = await api.post(`${api.list}/imports`, { items: inputs });
      expect.status(answer, 201);
      expect.same(answer.json, { imported: 3 }, 'the body', answer);
      for (const input of inputs) {
        const query = new URLSearchParams({
          [resource.key.name]: String(input[resource.key.name]),
        });
        expect.same(
          (await api.listed(query.toString())).length,
          1,
          'the number of items with the key',
        );
      }
    },
  },
  {
    id: 'imports-are-all-or-nothing',
    title: 'an import with one key that is taken answers 409 and brings nothing in',
    likely: {
      201: 'what cannot be stored is passed over in silence',
      else: 'the items are stored one by one, without a transaction around them',
    },
    run: async ({ api, items, resource }) => {
      const { name } = resource.key;
      const taken = await api.given();
      const [first, last] = [items.valid(), items.valid()];
      const wrong = items.valid({ [name]: taken[name] });
      const answer = await api.post(`${api.list}/imports`, { items: [first, wrong, last] });
      expect.status(answer, 409);
      for (const input of [first, last]) {
        const query = new URLSearchParams({ [name]: String(input[name]) });
        expect.same(await api.listed(query.toString()), [], 'what was stored of it', answer);
      }
    },
  },
  {
    id: 'imports-point-at-the-fault',
    title: 'an import with a wrong item answers 422 and points at it: /body/items/1/{key}',
    likely: 'the items are checked one by one, and each believes that it is alone',
    run: async ({ api, items, resource }) => {
      const { name } = resource.key;
      const inputs = [items.valid(), items.valid({ [name]: 5 })];
      const answer = await api.post(`${api.list}/imports`, { items: inputs });
      expect.status(answer, 422);
      const listed = expect.pointers(answer);
      const pointer = `/body/items/1/${name}`;
      const got = `pointers: ${listed.join(', ')}`;
      expect.that(listed.includes(pointer), `the pointer ${pointer}`, answer, got);
    },
  },
  {
    id: 'imports-have-limits',
    title: 'an import of nothing, or of more than 100 items, answers 422',
    likely: 'the list in the body has no limits',
    run: async ({ api, items }) => {
      const many = Array.from({ length: 101 }, () => items.minimal());
      for (const inputs of [[], many]) {
        const answer = await api.post(`${api.list}/imports`, { items: inputs });
        expect.status(answer, [422, 413], `for ${inputs.length} items`);
      }
    },
  },
];

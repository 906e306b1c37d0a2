import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { countStored, importAll, totalOf } from '../imports.ts';
import { interruptionChecks } from './interruption-checks.ts';

const MOST = 100;

/** Lesson 06: all or nothing. */
export const checks: readonly Check[] = [
  {
    id: 'imports-bring-all',
    title: `POST {path}/imports of ${MOST} items answers 201 {"imported": ${MOST}}, and all are there`,
    likely: {
      404: 'there is no such route, or /imports is taken for an id',
      405: 'there is no such route: /imports is taken for an id',
      else: 'not all that is sent is stored, or the answer counts something else',
    },
    run: async ({ api, items, resource }) => {
      const inputs = Array.from({ length: MOST }, () => items.minimal());
      const before = await totalOf(api);
      const answer = await importAll(api, inputs);
      expect.status(answer, 201);
      expect.same(answer.json, { imported: MOST }, 'the body', answer);
      expect.same(await totalOf(api), before + MOST, '`total` of the list');
      const [stored] = await api.listed('limit=1&sort=-id');
      for (const [name, value] of Object.entries(items.stored(inputs.at(-1)!))) {
        expect.same(stored?.[name], value, `\`${name}\` of the last one`);
      }
      const { name } = resource.key;
      expect.same(
        await countStored(api, name, inputs.slice(0, 3)),
        3,
        'how many of three are found',
      );
    },
  },
  {
    id: 'import-with-a-taken-key-brings-nothing',
    title: 'an import of which one {key} is taken answers 409, names it, and brings nothing',
    likely:
      'each item is stored by itself, and the good ones stay: put all of it into one transaction',
    run: async ({ api, items, resource: { key } }) => {
      const taken = (await api.given())[key.name];
      const inputs = [items.valid(), items.valid(), items.valid({ [key.name]: taken })];
      const before = await totalOf(api);
      const answer = await importAll(api, inputs);
      expect.status(answer, 409);
      const pointer = `/body/items/2/${key.name}`;
      const got = `pointers: ${expect.pointers(answer).join(', ') || 'none'}`;
      expect.that(expect.pointers(answer).includes(pointer), `the pointer ${pointer}`, answer, got);
      expect.same(await totalOf(api), before, '`total` of the list afterwards');
    },
  },
  {
    id: 'import-with-twins-brings-nothing',
    title: 'an import with one {key} twice answers 409 or 422, and brings nothing',
    likely: {
      201: 'the second one is left out without a word, or replaces the first',
      else: 'the keys of an import are compared with the stored ones only',
    },
    run: async ({ api, items }) => {
      const input = items.valid();
      const before = await totalOf(api);
      const answer = await api.provoke(() => importAll(api, [items.valid(), input, input]));
      expect.status(answer, [409, 422]);
      expect.same(await totalOf(api), before, '`total` of the list afterwards');
    },
  },
  {
    id: 'import-with-a-fault-brings-nothing',
    title: 'an import with a fault in it answers 422, points at the item, and brings nothing',
    likely: {
      201: 'the items of an import are not looked at as those of POST are',
      else: 'the pointer does not say which of them is wrong',
    },
    run: async ({ api, items, resource: { key } }) => {
      const inputs = [items.valid(), items.valid({ [key.name]: 5 }), items.valid({ unknown: 1 })];
      const before = await totalOf(api);
      const answer = await api.provoke(() => importAll(api, inputs));
      expect.status(answer, 422);
      const listed = expect.pointers(answer);
      for (const pointer of [`/body/items/1/${key.name}`, '/body/items/2/unknown']) {
        const got = `pointers: ${listed.join(', ') || 'none'}`;
        expect.that(listed.includes(pointer), `the pointer ${pointer}`, answer, got);
      }
      expect.same(await totalOf(api), before, '`total` of the list afterwards');
    },
  },
  {
    id: 'imports-have-limits',
    title: `an import of no item, of ${MOST + 1}, or of what is no list answers 422`,
    likely: { 201: 'the length of the list is not limited', else: 'its type is not looked at' },
    run: async ({ api, items }) => {
      const tooMany = Array.from({ length: MOST + 1 }, () => items.minimal());
      for (const wrong of [[], tooMany, {}, 'all', null, undefined]) {
        const answer = await api.provoke(() => importAll(api, wrong));
        expect.status(answer, 422, `for items ${expect.show(wrong)}`);
      }
    },
  },
  ...interruptionChecks,
];

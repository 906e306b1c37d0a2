import type { Api } from '../../../src/checker/api.ts';
import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { fieldsThat } from '../../../src/checker/fields.ts';
import { NotRunnable } from '../../../src/checker/failure.ts';
import { wrongTypes } from '../../../src/checker/values/edge-values.ts';
import { hostileChecks } from './hostile-checks.ts';
import { limitChecks } from './limit-checks.ts';

/** Lesson 04: what is let in, and what is not. */
export const checks: readonly Check[] = [
  {
    id: 'required-fields-are-required',
    title: 'POST without a required field answers 422',
    likely: {
      201: 'the field is optional in the schema',
      else: 'the body is used before it is checked',
    },
    run: async ({ api, items, resource }) => {
      for (const { name } of resource.fields.filter(({ required }) => required)) {
        const answer = await api.post(api.list, items.valid({ [name]: undefined }));
        expect.status(answer, 422, `without \`${name}\``);
      }
    },
  },
  {
    id: 'wrong-types-are-refused',
    title: 'a value of another type answers 422: "5" is no integer',
    likely: {
      201: 'the value is converted, or not looked at; then "false" is true one day',
      else: 'the value is used before its type is checked',
    },
    run: async ({ api, items, resource }) => {
      for (const field of resource.fields) {
        for (const { called, value } of wrongTypes(field)) {
          const answer = await api.post(api.list, items.valid({ [field.name]: value }));
          expect.status(answer, 422, `for \`${field.name}\`: ${called}`);
        }
      }
    },
  },
  {
    id: 'null-is-refused',
    title: 'null answers 422 for a field that may not be null',
    likely: 'null is taken for absent, or gets past a check that only looks for undefined',
    run: async ({ api, items, resource }) => {
      for (const { name } of fieldsThat(resource, 'such fields', ({ nullable }) => !nullable)) {
        const answer = await api.post(api.list, items.valid({ [name]: null }));
        expect.status(answer, 422, `for \`${name}\`: null`);
      }
    },
  },
  {
    id: 'null-is-kept',
    title: 'a field that is neither required nor defaulted may be null',
    likely: 'the field is optional in the schema and not nullable',
    run: async ({ api, items, resource }) => {
      for (const { name } of fieldsThat(resource, 'nullable fields', ({ nullable }) => nullable)) {
        const created = await api.post(api.list, items.valid({ [name]: null }));
        expect.status(created, 201, `for \`${name}\`: null`);
        expect.same(expect.object(created)[name], null, `\`${name}\``, created);
      }
    },
  },
  {
    id: 'unknown-fields-are-refused',
    title: 'a field that nobody knows answers 422',
    likely: {
      201: 'unknown fields are dropped, or kept: a mistyped name then looks like success',
      else: 'the handler meets a field that it does not know',
    },
    run: async ({ api, items, random }) => {
      const name = `x${random.word(6)}`;
      expect.status(await api.post(api.list, items.valid({ [name]: 'x' })), 422);
    },
  },
  {
    id: 'server-fields-are-refused',
    title: 'a client that sends `id`, `created_at` or `updated_at` gets 422',
    likely: 'the body is spread over the stored item: whoever sends an id chooses it',
    run: async ({ api, items }) => {
      const fields = { id: 987_654, created_at: '2001-01-01T00:00:00Z', updated_at: null };
      for (const [name, value] of Object.entries(fields)) {
        const answer = await api.post(api.list, items.valid({ [name]: value }));
        expect.status(answer, 422, `with \`${name}\` in the body`);
      }
    },
  },
  {
    id: 'put-cannot-move-an-item',
    title: 'PUT with another id in the body answers 422, and the id stays',
    likely: 'the body is assigned over the item, its id included',
    run: async ({ api, items }) => {
      const { id } = await api.given();
      const answer = await api.put(api.item(id), items.valid({ id: 987_654 }));
      expect.status(answer, 422);
      expect.same((await api.stored(id))['id'], id, '`id` of the item');
    },
  },
  {
    id: 'missing-field-is-pointed-at',
    title: 'the error for a missing field points at it: /body/{key}',
    likely: 'the pointer names the object, or uses dots; RFC 6901 has slashes',
    run: async ({ api, items, resource }) => {
      const { name } = resource.key;
      const answer = await api.post(api.list, items.valid({ [name]: undefined }));
      const listed = expect.pointers(answer);
      const got = listed.length === 0 ? 'no `errors`' : `pointers: ${listed.join(', ')}`;
      expect.that(listed.includes(`/body/${name}`), `the pointer /body/${name}`, answer, got);
    },
  },
  {
    id: 'all-errors-at-once',
    title: 'all that is wrong is listed at once, each with a pointer to its place',
    likely: 'the first error ends the check, or `errors` has another shape than pointer and detail',
    run: async ({ api, resource }) => {
      const wrong = Object.fromEntries(
        resource.fields.map(({ name, invalid }) => [name, invalid[0]]),
      );
      const answer = await api.post(api.list, wrong);
      const listed = expect.pointers(answer);
      for (const { name } of resource.fields) {
        const got = listed.length === 0 ? 'no `errors`' : `pointers: ${listed.join(', ')}`;
        const pointer = `/body/${name}`;
        expect.that(listed.includes(pointer), `an error with the pointer ${pointer}`, answer, got);
      }
    },
  },
  {
    id: 'body-must-be-an-object',
    title: 'a body that is JSON and no object answers 422',
    likely: {
      201: 'an array is an object too in some languages, and null has no fields to check',
      else: 'a list or a text is unwrapped, or its fields are read, before its type is looked at',
    },
    run: async ({ api, items }) => {
      for (const json of [[], 'a', 5, null, true, [items.valid()]]) {
        const answer = await api.provoke(() => api.post(api.list, json));
        expect.status(answer, 422, `for the body ${expect.show(json)}`);
      }
    },
  },
  {
    id: 'refused-means-unchanged',
    title: 'what is refused changes nothing: neither a new {item} nor a changed one',
    likely: 'the fields are stored one by one, until one is refused',
    run: async ({ api, items, resource }) => {
      const { id } = await api.given();
      const before = await api.stored(id);
      const { field, value } = items.change(before);
      const bad = resource.closes;
      const wrong = { [bad.name]: bad.invalid[0] };
      const { [resource.key.name]: taken } = await api.given();
      const refused = [
        await api.patch(api.item(id), { [field.name]: value, ...wrong }),
        await api.put(api.item(id), items.valid(wrong)),
        await api.patch(api.item(id), { [resource.key.name]: taken }),
      ].filter(({ status }) => status >= 400);
      // What was not refused may have changed it: that is for other checks.
      if (refused.length < 3) throw new NotRunnable('something that is wrong was accepted');
      expect.same(await api.stored(id), before, 'the item', refused.at(-1));
      const total = await totalOf(api);
      await api.post(api.list, items.valid(wrong));
      expect.same(await totalOf(api), total, 'the number of items');
    },
  },
  ...limitChecks,
  ...hostileChecks,
];

async function totalOf(api: Api): Promise<unknown> {
  const { json } = await api.get(`${api.list}?limit=1`);
  return expect.isObject(json) ? json['total'] : undefined;
}

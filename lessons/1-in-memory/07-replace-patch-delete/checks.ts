import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { fieldsThat } from '../../../src/checker/fields.ts';

/** Lesson 07: replace, change, remove. */
export const checks: readonly Check[] = [
  {
    id: 'put-replaces',
    title: 'PUT answers 200 and the {item} as it was sent',
    likely: {
      404: 'there is no route for PUT',
      else: 'the handler keeps something of the old item',
    },
    run: async ({ api, items }) => {
      const { id } = await api.given();
      const input = items.valid();
      const answer = await api.put(api.item(id), input);
      expect.status(answer, 200);
      for (const [name, value] of Object.entries(input)) {
        expect.same(expect.object(answer)[name], value, `\`${name}\``, answer);
      }
      expect.same(await api.stored(id), answer.json, 'the item when it is read again');
    },
  },
  {
    id: 'put-resets-what-is-absent',
    title: 'fields that a PUT leaves out take their defaults',
    likely: 'PUT merges as PATCH does: what was left out stays as it was',
    run: async ({ api, items, resource }) => {
      const optional = fieldsThat(resource, 'optional fields', (field) => !field.required);
      const { id } = await api.given(items.unusual());
      const input = items.minimal();
      const answer = await api.put(api.item(id), input);
      const wanted = items.stored(input);
      for (const { name } of optional) {
        expect.same(expect.object(answer)[name], wanted[name], `\`${name}\` after PUT`, answer);
      }
    },
  },
  {
    id: 'put-needs-a-whole-item',
    title: 'PUT without a required field answers 422',
    likely: { 200: 'PUT is checked by the schema of PATCH', else: 'PUT is not checked at all' },
    run: async ({ api, items, resource }) => {
      const item = await api.given();
      const { [resource.key.name]: _, ...input } = items.valid();
      expect.status(await api.put(api.item(item.id), input), 422);
    },
  },
  {
    id: 'put-keeps-id-and-birthday',
    title: 'PUT keeps `id` and `created_at`, and moves `updated_at` on',
    likely: 'a new item is made in place of the old one, or the times are never touched again',
    run: async ({ api, items }) => {
      const before = await api.given();
      // So that a clock of milliseconds has moved on.
      await new Promise((resolve) => setTimeout(resolve, 20));
      const answer = await api.put(api.item(before.id), items.valid());
      const after = expect.object(answer);
      expect.same(after['id'], before.id, '`id`', answer);
      expect.same(after['created_at'], before['created_at'], '`created_at`', answer);
      const hasMoved = String(after['updated_at']) > String(before['updated_at']);
      expect.that(hasMoved, '`updated_at` is later than before', answer);
    },
  },
  {
    id: 'put-twice-is-put-once',
    title: 'the same PUT twice leaves the same {item} once',
    likely: 'PUT adds instead of replacing, or refuses the natural key that is its own',
    run: async ({ api, items, resource }) => {
      const { id } = await api.given();
      const input = items.valid();
      const once = await api.put(api.item(id), input);
      const twice = await api.put(api.item(id), input);
      expect.status(twice, 200, 'as the first time');
      for (const { name } of resource.fields) {
        expect.same(expect.object(twice)[name], expect.object(once)[name], `\`${name}\``, twice);
      }
    },
  },
  {
    id: 'put-does-not-create',
    title: 'PUT to an id that does not exist answers 404',
    likely: 'PUT stores whatever it is given: a mistyped id then makes an item',
    run: async ({ api, items }) => {
      expect.status(await api.put(api.missing, items.valid()), 404);
    },
  },
  {
    id: 'patch-changes-what-is-sent',
    title: 'PATCH changes the fields that are sent, and no others',
    likely: {
      404: 'there is no route for PATCH',
      409: 'the {item} clashes with itself: its own {key} is taken for that of another one',
      422: 'PATCH is checked by the schema of PUT, which wants a whole item',
      else: 'absent fields are reset to their defaults, as PUT would',
    },
    run: async ({ api, items, resource }) => {
      const item: expect.Json = await api.given(items.unusual());
      const { field, value } = items.change(item);
      for (const patch of [{ [resource.key.name]: items.key() }, { [field.name]: value }]) {
        const answer = await api.patch(api.item(item['id']), patch);
        expect.status(answer, 200);
        Object.assign(item, patch);
        for (const { name } of resource.fields) {
          expect.same(expect.object(answer)[name], item[name], `\`${name}\` after PATCH`, answer);
        }
      }
    },
  },
  {
    id: 'patch-empties-a-field',
    title: 'PATCH of null empties a field that may be null',
    likely: {
      422: 'the field is optional in the schema of PATCH and not nullable',
      else: 'null is taken for a field that was not sent',
    },
    run: async ({ api, items, resource }) => {
      for (const { name } of fieldsThat(resource, 'nullable fields', ({ nullable }) => nullable)) {
        const { id } = await api.given(items.unusual());
        const answer = await api.patch(api.item(id), { [name]: null });
        expect.status(answer, 200, `for \`${name}\`: null`);
        expect.same(expect.object(answer)[name], null, `\`${name}\``, answer);
      }
    },
  },
  {
    id: 'patch-of-nothing-is-fine',
    title: 'PATCH of {} answers 200 and changes nothing',
    likely: { 200: 'the defaults are filled in', else: 'an empty object is taken for a mistake' },
    run: async ({ api, items }) => {
      const before = await api.given(items.unusual());
      const answer = await api.patch(api.item(before.id), {});
      expect.status(answer, 200);
      const { updated_at: _, ...wanted } = before;
      const { updated_at: __, ...after } = expect.object(answer);
      expect.same(after, wanted, 'the item after PATCH {}', answer);
    },
  },
  {
    id: 'patch-is-checked',
    title: 'PATCH with a wrong value answers 422 and changes nothing',
    likely: 'only POST and PUT are checked: PATCH is the way round the bouncer',
    run: async ({ api, resource }) => {
      const before = await api.given();
      for (const field of resource.fields) {
        const answer = await api.patch(api.item(before.id), { [field.name]: field.invalid[0] });
        expect.status(answer, 422, `for ${JSON.stringify({ [field.name]: field.invalid[0] })}`);
      }
      expect.same(await api.stored(before.id), before, 'the item when it is read again');
    },
  },
  {
    id: 'patch-needs-an-item',
    title: 'PATCH of an id that does not exist answers 404',
    likely: 'the handler changes what it did not find, and either makes an item or breaks',
    run: async ({ api, items }) => {
      const { field, value } = items.change(items.valid());
      expect.status(await api.patch(api.missing, { [field.name]: value }), 404);
    },
  },
  {
    id: 'delete-answers-204',
    title: 'DELETE answers 204 without a body',
    likely: {
      200: 'the handler answers something; 204 says that there is nothing to say',
      else: 'after a 204 no body may come: the next answer on the connection would be garbled',
    },
    run: async ({ api }) => {
      const { id } = await api.given();
      const answer = await api.delete(api.item(id));
      expect.status(answer, 204);
      expect.that(answer.body.length === 0, 'no body', answer);
    },
  },
  {
    id: 'deleted-is-gone',
    title: 'a deleted {item} is found neither by its id nor in the list',
    likely: 'DELETE answers well and removes nothing, or only from one of two places',
    run: async ({ api, resource }) => {
      const item = await api.given();
      await api.delete(api.item(item.id));
      expect.status(await api.get(api.item(item.id)), 404, 'after DELETE');
      const query = new URLSearchParams({ [resource.key.name]: String(item[resource.key.name]) });
      const listed = await api.listed(query.toString());
      const isListed = listed.some(({ id }) => id === item.id);
      expect.that(!isListed, 'it is not in the list', undefined, 'it is still there');
    },
  },
  {
    id: 'delete-twice-is-404',
    title: 'the second DELETE answers 404',
    likely: {
      204: 'nobody looks whether there was something to delete',
      else: 'the handler works with what it did not find',
    },
    run: async ({ api }) => {
      const { id } = await api.given();
      await api.delete(api.item(id));
      expect.status(await api.delete(api.item(id)), 404);
    },
  },
];

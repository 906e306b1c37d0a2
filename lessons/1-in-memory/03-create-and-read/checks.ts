import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { NotRunnable } from '../../../src/checker/failure.ts';
import { PAGE, wholeList } from '../whole-list.ts';

/** RFC 3339 in UTC, as the contract spells it. */
const utc = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;
/** Furthest that the clocks of service and checker may be apart, in milliseconds. */
const CLOCKS_APART_MS = 60_000;
/** Fields that the service may add to an item, beside those of the resource. */
const serverFields = ['id', 'created_at', 'updated_at'];
const laterFields = ['comment_count', 'owner_id'];

/** Lesson 03: create an item, and find it again. */
export const checks: readonly Check[] = [
  {
    id: 'post-answers-201',
    title: 'POST of a valid {item} answers 201 Created',
    likely: {
      200: 'the handler returns the {item} and says no status; then frameworks say 200',
      404: 'there is no route for POST {path}',
      422: 'a valid {item} is refused: compare the schema with the fields that were sent',
      else: 'the handler does not come to its end',
    },
    run: async ({ api, items }) => {
      expect.status(await api.post(api.list, items.valid()), 201);
    },
  },
  {
    id: 'server-gives-the-id',
    title: 'the service gives each {item} a whole number of its own as id',
    likely: 'the id is a text, or two items get the same one',
    run: async ({ api, items }) => {
      const first = await api.created(items.valid());
      const second = await api.created(items.valid());
      const ids = [expect.object(first)['id'], expect.object(second)['id']];
      const isWhole = ids.every((id) => Number.isSafeInteger(id) && (id as number) > 0);
      expect.that(isWhole, '`id` is a positive whole number', second);
      expect.that(ids[0] !== ids[1], 'two items have two ids', second, `both have ${ids[0]}`);
    },
  },
  {
    id: 'post-answers-the-item',
    title: 'the answer to POST is the stored {item}, with what was sent',
    likely: 'the answer is put together by hand and a field is missing, or a value is changed',
    run: async ({ api, items }) => {
      const input = items.valid();
      const answer = await api.post(api.list, input);
      expect.success(answer);
      for (const [name, value] of Object.entries(input)) {
        expect.same(expect.object(answer)[name], value, `\`${name}\``, answer);
      }
    },
  },
  {
    id: 'defaults-are-filled-in',
    title: 'fields that were not sent have their defaults in the answer',
    likely: 'the schema has no default for the field or another one, or the handler ignores it',
    run: async ({ api, items, resource }) => {
      const input = items.minimal();
      const answer = await api.post(api.list, input);
      expect.success(answer, 'without the optional fields');
      const wanted = items.stored(input);
      for (const { name } of resource.fields) {
        expect.same(expect.object(answer)[name], wanted[name], `\`${name}\``, answer);
      }
    },
  },
  {
    id: 'server-keeps-the-time',
    title: '`created_at` and `updated_at` say now, in UTC (RFC 3339, ending in Z)',
    likely: 'local time, seconds since 1970, or a language’s own way to print a date',
    run: async ({ api, items }) => {
      const answer = await api.created(items.valid());
      const now = Date.now();
      for (const name of ['created_at', 'updated_at']) {
        const time = String(expect.object(answer)[name]);
        expect.that(utc.test(time), `\`${name}\` like 2026-01-02T03:04:05.000Z`, answer);
        const apart = Math.abs(Date.parse(time) - now);
        expect.that(apart < CLOCKS_APART_MS, `\`${name}\` is the present time in UTC`, answer);
      }
    },
  },
  {
    id: 'answer-has-no-more',
    title: '{an item} in an answer has the documented fields and no others',
    likely: 'what is stored goes out as it is; shape the answer on purpose',
    run: async ({ api, items, resource }) => {
      const answer = await api.created(items.valid());
      const names = Object.keys(expect.object(answer));
      const documented = [...resource.fields.map(({ name }) => name), ...serverFields];
      const missing = documented.filter((name) => !names.includes(name));
      expect.that(missing.length === 0, `the fields ${missing.join(', ')}`, answer);
      const more = names.filter((name) => ![...documented, ...laterFields].includes(name));
      expect.that(more.length === 0, `no field ${more.join(', ')}`, answer);
    },
  },
  {
    id: 'get-finds-the-item',
    title: 'GET of {an item} answers 200 and the same as POST did',
    likely: {
      404: 'the id in the address is a text and is compared with numbers, or nothing was stored',
      else: 'what is stored is not what was answered',
    },
    run: async ({ api, items }) => {
      const created = expect.object(await api.created(items.valid()));
      const answer = await api.get(api.item(created['id']));
      expect.status(answer, 200);
      expect.same(answer.json, created, 'the body', answer);
    },
  },
  {
    id: 'post-says-where',
    title: 'the answer to POST says in Location where the new {item} is',
    likely:
      'the header Location is not set, or is put together from something else than the new id',
    run: async ({ api, items }) => {
      const created = await api.created(items.valid());
      const location = expect.hasHeader(created, 'Location');
      expect.that(/^\/(?!\/)/.test(location), 'a Location that begins with one /', created);
      const found = await api.get(location);
      expect.status(found, 200, `at the Location of POST, ${location}`);
      expect.same(expect.object(found)['id'], expect.object(created)['id'], '`id`', found);
    },
  },
  {
    id: 'list-has-an-envelope',
    title: 'GET {path} answers `items`, `total`, `limit` and `offset`',
    likely: 'the list is answered bare; there is then no place for anything beside the items',
    run: async ({ api }) => {
      await api.given();
      const answer = await api.get(api.list);
      expect.status(answer, 200);
      expect.items(answer);
      for (const name of ['total', 'limit', 'offset']) {
        const value = expect.object(answer)[name];
        expect.that(Number.isInteger(value), `\`${name}\` is a whole number`, answer);
      }
    },
  },
  {
    id: 'list-has-every-item',
    title: 'every created {item} is in the list, as it was answered',
    likely: 'POST does not store what it answers, or the list leaves something out',
    run: async ({ api, items }) => {
      const created = expect.object(await api.created(items.valid()));
      const listed = await wholeList((offset) => api.listed(`limit=${PAGE}&offset=${offset}`));
      const found = listed.find(({ id }) => id === created['id']);
      expect.same(found, created, 'the new item in the list');
    },
  },
  {
    id: 'list-is-always-an-array',
    title: 'a list of none and a list of one are arrays too',
    likely:
      'a list of none is null or 404, or a list of one is the {item} itself: clients then break',
    needs: ['start'],
    run: async ({ api, items, service }) => {
      const fresh = api.at((await service.launch({})).service.address);
      const none = await fresh.get(api.list);
      expect.status(none, 200, 'a list may be empty');
      if (expect.items(none).length > 0) {
        throw new NotRunnable('it needs an empty list, and a new process has items already');
      }
      const created = expect.object(await fresh.created(items.valid()));
      const one = await fresh.get(api.list);
      expect.same(expect.items(one), [created], '`items` of a list of one', one);
    },
  },
  {
    id: 'ids-are-not-reused',
    title: 'the id of a deleted {item} is never given again',
    likely: 'the next id is counted from what is left: old links then lead to a stranger’s {item}',
    run: async ({ api }) => {
      const deleted = await api.given();
      await api.delete(api.item(deleted.id));
      const next = await api.given();
      const got = `the deleted item had ${deleted.id}, the next one has ${next.id}`;
      expect.that(next.id !== deleted.id, 'a new id', undefined, got);
    },
  },
];

import type { Question, Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { ifVersion, versionOf } from './versions.ts';

/** The checks of changes that are meant for one version. */
export const changeChecks: readonly Check[] = [
  {
    id: 'right-version-may-write',
    title: 'PUT, PATCH and DELETE with the present ETag, or *, in If-Match go through',
    likely: {
      412: 'If-Match is compared as one text, or with something else than the ETag that was answered',
      else: 'the header is refused as unknown',
    },
    run: async ({ api, items }) => {
      const { id } = await api.given();
      const path = api.item(id);
      const put = { method: 'PUT', path, json: items.valid() };
      expect.status(await ifVersion(api, await versionOf(api, id), put), 200, 'for PUT');
      const listed = `"other", ${await versionOf(api, id)}`;
      const patch = { method: 'PATCH', path, json: {} };
      expect.status(await ifVersion(api, listed, patch), 200, 'for PATCH with a list');
      expect.status(await ifVersion(api, '*', patch), 200, 'for PATCH with *');
      const version = await versionOf(api, id);
      expect.status(await ifVersion(api, version, { method: 'DELETE', path }), 204, 'for DELETE');
    },
  },
  {
    id: 'stale-patch-is-412',
    title: 'PATCH with an ETag of before in If-Match answers 412 and changes nothing',
    likely: 'nothing reads If-Match: the last one to write wins, and nobody is told',
    run: async (question) => {
      const { api, items } = question;
      const { id, stale, item } = await changedItem(question);
      const { field, value } = items.change(item);
      const request = { method: 'PATCH', path: api.item(id), json: { [field.name]: value } };
      expect.status(await ifVersion(api, stale, request), 412);
      expect.same(await api.stored(id), item, 'the item afterwards');
    },
  },
  {
    id: 'stale-put-is-412',
    title: 'PUT with an ETag of before in If-Match answers 412 and changes nothing',
    likely: 'PATCH looks at the version and PUT does not',
    run: async (question) => {
      const { api, items } = question;
      const { id, stale, item } = await changedItem(question);
      const request = { method: 'PUT', path: api.item(id), json: items.valid() };
      expect.status(await ifVersion(api, stale, request), 412);
      expect.same(await api.stored(id), item, 'the item afterwards');
    },
  },
  {
    id: 'stale-delete-is-412',
    title: 'DELETE with an ETag of before in If-Match answers 412 and removes nothing',
    likely: 'a version is asked for where something is changed, and not where it is removed',
    run: async (question) => {
      const { api } = question;
      const { id, stale } = await changedItem(question);
      expect.status(await ifVersion(api, stale, { method: 'DELETE', path: api.item(id) }), 412);
      expect.status(await api.get(api.item(id)), 200, 'the item is still there');
    },
  },
];

/** An item that was changed since somebody has read it. */
async function changedItem({ api, items }: Question) {
  const first = await api.given();
  const stale = await versionOf(api, first.id);
  const { field, value } = items.change(first);
  await api.patch(api.item(first.id), { [field.name]: value });
  return { id: first.id, stale, item: await api.stored(first.id) };
}

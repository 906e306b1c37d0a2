import type { Api } from '../../../src/checker/api.ts';
import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';

/** The checks of many things at once. */
export const listChecks: readonly Check[] = [
  {
    id: 'lists-show-ones-own',
    title: 'a list holds the {items} of who asks, and no others, even by a filter',
    likely: 'the owner is no condition of the list’s query',
    run: async ({ people, resource }) => {
      const [owner, other] = [await people.newcomer(), await people.newcomer()];
      const item = await owner.api.given();
      const { id } = await other.api.given();
      const [mine] = await expectItems(other.api, 'limit=100', 1);
      expect.same(mine!['id'], id, 'the id of the only item');
      const key = encodeURIComponent(String(item[resource.key.name]));
      await expectItems(other.api, `${resource.key.name}=${key}`, 0);
    },
  },
  {
    id: 'totals-count-ones-own',
    title: '`total` counts the {items} of who asks, and no others',
    likely: 'the page asks for the owner, and the count does not',
    run: async ({ people }) => {
      const [owner, other] = [await people.newcomer(), await people.newcomer()];
      await owner.api.given();
      await other.api.given();
      const answer = await other.api.get(other.api.list);
      expect.same(expect.object(answer)['total'], 1, '`total`', answer);
    },
  },
  {
    id: 'keys-are-ones-own',
    title: 'two users may have {items} with the same {key}',
    likely: {
      409: 'the {key} is unique for all together: the refusal tells what somebody else has',
      else: 'the unique rule of before knows no owner',
    },
    run: async ({ people, items, resource }) => {
      const [owner, other] = [await people.newcomer(), await people.newcomer()];
      const { name } = resource.key;
      const item = await owner.api.given();
      const input = items.valid({ [name]: item[name] });
      expect.status(await other.api.post(other.api.list, input), 201);
      const again = await other.api.post(other.api.list, input);
      expect.status(again, 409, `for one’s own ${name} again`);
    },
  },
  {
    id: 'imports-are-ones-own',
    title: 'imported {items} belong to who imports them',
    likely: 'the import writes its rows in another way than POST, and the owner was forgotten',
    run: async ({ people, items }) => {
      const [owner, other] = [await people.newcomer(), await people.newcomer()];
      const path = `${owner.api.list}/imports`;
      const answer = await owner.api.post(path, { items: [items.valid(), items.valid()] });
      expect.status(answer, 201);
      await expectItems(owner.api, 'limit=100', 2);
      await expectItems(other.api, 'limit=100', 0);
    },
  },
  {
    id: 'admins-see-all',
    title: 'an admin reads and lists the {items} of everybody',
    likely: 'the owner is asked for without a look at the role',
    needs: ['admin'],
    run: async ({ people }) => {
      const [owner, admin] = [await people.newcomer(), await people.admin()];
      const { id } = await owner.api.given();
      expect.status(await admin.api.get(admin.api.item(id)), 200, 'for an admin');
      const newest = await admin.api.listed('limit=1&sort=-id');
      expect.same(newest[0]?.['id'], id, 'the newest id in the list');
    },
  },
];

/** The items that somebody is listed; ends the check unless there are so many. */
async function expectItems(api: Api, query: string, count: number): Promise<expect.Json[]> {
  const answer = await api.get(`${api.list}?${query}`);
  const items = expect.items(answer);
  expect.same(items.length, count, 'the number of items', answer);
  return items;
}

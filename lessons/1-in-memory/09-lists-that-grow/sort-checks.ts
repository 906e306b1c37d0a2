import type { Field } from '../../../src/catalog/resource.ts';
import type { Check, Question } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { NotRunnable } from '../../../src/checker/failure.ts';
import { PAGE, wholeList } from '../whole-list.ts';

const serverSorts = ['id', 'created_at', 'updated_at'];

/** The checks of the order of a list. */
export const sortChecks: readonly Check[] = [
  {
    id: 'sorted-by-id-at-first',
    title: 'a list is in the order of its ids where nothing else is asked',
    likely: 'the order is whatever the store happens to give, or the newest come first',
    run: async ({ api }) => {
      for (let count = 0; count < 3; count++) await api.given();
      const ids = (await api.listed('limit=100')).map(({ id }) => Number(id));
      expect.same(
        ids,
        ids.toSorted((a, b) => a - b),
        'the ids of the list',
      );
    },
  },
  {
    id: 'sorts-by-each-field',
    title: 'sort=field and sort=-field put the list in order, up and down',
    likely: {
      422: 'a field is missing in the list of what may be sorted by',
      else: 'numbers are compared as texts, or the minus is not looked at',
    },
    run: async (question) => {
      const { api, resource } = question;
      await makeThree(question);
      for (const name of [...serverSorts, ...resource.sorts]) {
        const up = await api.get(`${api.list}?limit=100&sort=${name}`);
        expect.status(up, 200, `for sort=${name}`);
        mustRise(
          expect.items(up).map((item) => item[name]),
          name,
        );
        const down = await api.get(`${api.list}?limit=100&sort=-${name}`);
        expect.status(down, 200, `for sort=-${name}`);
        mustRise(
          expect
            .items(down)
            .map((item) => item[name])
            .toReversed(),
          `-${name}`,
        );
      }
    },
  },
  {
    id: 'equals-are-sorted-by-id',
    title: 'items that are equal in the order asked for are in the order of their ids',
    likely: 'nothing decides between equals: then an item can be on two pages, or on none',
    run: async (question) => {
      const { api, items, resource } = question;
      const field = resource.fields.find(({ isSort, unique }) => isSort && !unique);
      if (field === undefined) throw new NotRunnable('no field can be equal and be sorted by');
      const value = items.valid()[field.name];
      for (let count = 0; count < 4; count++) await api.given({ [field.name]: value });
      const up = idsWith(await allSorted(question, field.name), field, value);
      const inOrder = up.toSorted((a, b) => a - b);
      expect.same(up, inOrder, `the ids of equals for sort=${field.name}`);
      // Downwards, either order of the ids is one that pages can rely on.
      const down = idsWith(await allSorted(question, `-${field.name}`), field, value);
      const isOrdered = [inOrder, inOrder.toReversed()].some((ids) => String(ids) === String(down));
      const expected = `equals in the order of their ids for sort=-${field.name}`;
      expect.that(isOrdered, expected, undefined, `their ids are ${down.join(', ')}`);
    },
  },
  {
    id: 'unknown-sorts-are-refused',
    title: 'sorting by what is not on the list of allowed fields answers 422',
    likely: 'the name goes on to the store: it tells what is inside, and into SQL it is a hole',
    run: async ({ api }) => {
      for (const sort of [
        'secret',
        '-',
        'id,created_at',
        'id;drop%20table',
        '__proto__',
        '(select%201)',
        '',
      ]) {
        const answer = await api.provoke(() => api.get(`${api.list}?sort=${sort}`));
        expect.status(answer, 422, `for sort=${sort}`);
      }
    },
  },
];

function allSorted({ api }: Question, sort: string): Promise<expect.Json[]> {
  return wholeList((offset) => api.listed(`limit=${PAGE}&offset=${offset}&sort=${sort}`));
}

async function makeThree({ api, items }: Question): Promise<void> {
  for (let count = 0; count < 3; count++) await api.created(items.unusual());
}

function mustRise(values: readonly unknown[], sort: string): void {
  const at = values.findIndex((value, index) => index > 0 && compare(values[index - 1], value) > 0);
  const got = `${expect.show(values[at - 1])} and then ${expect.show(values[at])}`;
  expect.that(at === -1, `with sort=${sort} each is at least the one before`, undefined, got);
}

/** Numbers by value, texts by code point. */
function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));
}

function idsWith(items: readonly expect.Json[], { name }: Field, value: unknown): number[] {
  return items.filter((item) => item[name] === value).map(({ id }) => Number(id));
}

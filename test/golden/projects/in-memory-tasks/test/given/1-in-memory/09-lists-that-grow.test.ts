import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { assertFaults, startApi } from '../../support/api.ts';
import { closes, key, path, sample, sorts } from '../../support/samples.ts';

type Item = Record<string, any>;

async function startWith(t: TestContext, count: number) {
  const api = await startApi(t);
  for (let n = 0; n < count; n += 1) await api.post(path, sample(n));
  return api;
}

describe('lists that grow', () => {
  it('answers with a page of 20 where nothing else is asked', async (t) => {
    const api = await startApi(t);
    assert.deepEqual((await api.get(path)).body, { items: [], total: 0, limit: 20, offset: 0 });
  });

  it('answers with a page, and the total of all', async (t) => {
    const api = await startWith(t, 25);
    const { body } = await api.get(path);
    assert.equal(body.items.length, 20);
    assert.equal(body.total, 25);
    const rest = (await api.get(`${path}?limit=10&offset=20`)).body;
    assert.equal(rest.items.length, 5);
    assert.deepEqual([rest.total, rest.limit, rest.offset], [25, 10, 20]);
    assert.deepEqual((await api.get(`${path}?offset=25`)).body.items, []);
  });

  it('shows every item once over all pages', async (t) => {
    const api = await startWith(t, 9);
    for (const sort of ['id', '-id', ...sorts, ...sorts.map((name) => `-${name}`)]) {
      const seen: number[] = [];
      for (let offset = 0; offset < 9; offset += 2) {
        const { body } = await api.get(`${path}?limit=2&offset=${offset}&sort=${sort}`);
        seen.push(...body.items.map((item: Item) => item['id']));
      }
      assert.equal(new Set(seen).size, 9, `sort=${sort}`);
    }
  });

  it('sorts by an allowed field, up and down', async (t) => {
    const api = await startWith(t, 5);
    const keys = async (sort: string) =>
      (await api.get(`${path}?sort=${sort}`)).body.items.map((item: Item) => item[key]);
    const up = await keys(key);
    assert.deepEqual(up, up.toSorted());
    assert.deepEqual(await keys(`-${key}`), up.toReversed());
  });

  it('sorts ties by id', async (t) => {
    const api = await startWith(t, 5);
    const { body } = await api.get(`${path}?sort=-${sorts.at(-1)}&limit=100`);
    const ids = body.items.map((item: Item) => item['id']);
    const values = body.items.map((item: Item) => item[sorts.at(-1) ?? '']);
    for (let i = 1; i < ids.length; i += 1) {
      if (values[i] === values[i - 1]) assert.ok(ids[i] > ids[i - 1]);
    }
  });

  it('filters, and counts what it filtered', async (t) => {
    const api = await startWith(t, 4);
    const { id } = (await api.get(path)).body.items[0];
    const item = (await api.patch(`${path}/${id}`, { [closes]: true })).body;
    const found = (await api.get(`${path}?${closes}=true`)).body;
    assert.deepEqual([found.items, found.total], [[item], 1]);
    assert.equal((await api.get(`${path}?${closes}=false`)).body.total, 3);
    const byKey = (await api.get(`${path}?${key}=${encodeURIComponent(item[key])}`)).body;
    assert.deepEqual(byKey.items, [item]);
    assert.equal((await api.get(`${path}?${key}=nobody-has-this`)).body.total, 0);
  });

  const refused = {
    limit: ['0', '-1', '101', 'abc', '1.5', '1e1', '', '%201', '1000000'],
    offset: ['-1', 'abc', '1e400', '99999999999999999999'],
    sort: ['password', 'id;drop', '-', '', '--id', 'constructor'],
    [closes]: ['yes', '1', 'TRUE', ''],
    unknown: ['1'],
    __proto__x: ['1'],
  };
  for (const [name, values] of Object.entries(refused)) {
    it(`refuses wrong values of ${name}`, async (t) => {
      const api = await startApi(t);
      for (const value of values) {
        assertFaults(await api.get(`${path}?${name}=${value}`), `/query/${name}`);
      }
    });
  }

  it('refuses a parameter that is given twice', async (t) => {
    const api = await startApi(t);
    assertFaults(await api.get(`${path}?limit=1&limit=2`), '/query/limit');
    assertFaults(await api.get(`${path}?${key}=a&${key}=b&bad=1`), `/query/${key}`, '/query/bad');
  });
});

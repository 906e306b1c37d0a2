import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { assertFaults, assertProblem, startApi } from '../../support/api.ts';
import { path, sample } from '../../support/samples.ts';

async function startWithTwo(t: TestContext) {
  const api = await startApi(t);
  const { id } = (await api.post(path, sample(1))).body;
  const other = (await api.post(path, sample(2))).body.id;
  return { api, item: `${path}/${id}`, other: `${path}/${other}` };
}

describe('two tables', () => {
  it('adds comments and lists them, page by page', async (t) => {
    const { api, item } = await startWithTwo(t);
    const { status, body } = await api.post(`${item}/comments`, { body: ' first ' });
    assert.equal(status, 201);
    assert.deepEqual(Object.keys(body), ['id', 'body', 'created_at']);
    assert.equal(body.body, 'first');
    const second = (await api.post(`${item}/comments`, { body: 'second' })).body;
    const list = (await api.get(`${item}/comments?limit=1&sort=-id`)).body;
    assert.deepEqual(list, { items: [second], total: 2, limit: 1, offset: 0 });
  });

  it('counts the comments of each item', async (t) => {
    const { api, item, other } = await startWithTwo(t);
    assert.equal((await api.get(item)).body.comment_count, 0);
    for (const body of ['a', 'b']) await api.post(`${item}/comments`, { body });
    assert.equal((await api.get(item)).body.comment_count, 2);
    const counts = (await api.get(path)).body.items.map((one: any) => one.comment_count);
    assert.deepEqual(counts, [2, 0]);
    assert.equal((await api.patch(item, {})).body.comment_count, 2);
    assert.deepEqual((await api.get(`${other}/comments`)).body.items, []);
  });

  it('deletes a comment where it belongs, and all with their item', async (t) => {
    const { api, item, other } = await startWithTwo(t);
    const { id } = (await api.post(`${item}/comments`, { body: 'a' })).body;
    assertProblem(await api.delete(`${other}/comments/${id}`), 404);
    assert.equal((await api.delete(`${item}/comments/${id}`)).status, 204);
    assertProblem(await api.delete(`${item}/comments/${id}`), 404);
    await api.post(`${item}/comments`, { body: 'b' });
    assert.equal((await api.delete(item)).status, 204);
    assertProblem(await api.get(`${item}/comments`), 404);
  });

  it('refuses comments on nothing, and what is no comment', async (t) => {
    const { api, item } = await startWithTwo(t);
    assertProblem(await api.post(`${path}/99/comments`, { body: 'a' }), 404);
    assertProblem(await api.get(`${path}/99/comments`), 404);
    for (const body of ['', ' ', 5, null, 'x'.repeat(2001)]) {
      assertFaults(await api.post(`${item}/comments`, { body }), '/body/body');
    }
    assertFaults(await api.post(`${item}/comments`, { id: 1 }), '/body/body', '/body/id');
    assertFaults(await api.get(`${item}/comments?limit=0`), '/query/limit');
    assertProblem(await api.get(`${item}/comments/1`), 405);
  });
});

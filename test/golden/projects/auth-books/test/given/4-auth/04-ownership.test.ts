import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { makeAdmin } from '../../../src/auth/make-admin.ts';
import { assertProblem, startApi } from '../../support/api.ts';
import { testDatabase } from '../../support/database.ts';
import { path, sample } from '../../support/samples.ts';
import { addUser } from '../../support/users.ts';

async function startWithTwo(t: TestContext) {
  const api = await startApi(t);
  const ada = api.as(await addUser());
  const eve = api.as(await addUser());
  const { id } = (await ada.post(path, sample(1))).body;
  return { api, ada, eve, item: `${path}/${id}` };
}

describe('ownership', () => {
  it('hides what belongs to somebody else', async (t) => {
    const { api, ada, eve, item } = await startWithTwo(t);
    const comment = (await ada.post(`${item}/comments`, { body: 'mine' })).body;
    const before = (await ada.get(item)).body;
    assertProblem(await eve.get(item), 404);
    assertProblem(await eve.put(item, sample(2)), 404);
    assertProblem(await eve.patch(item, {}), 404);
    assertProblem(await eve.delete(item), 404);
    assertProblem(await eve.get(`${item}/comments`), 404);
    assertProblem(await eve.post(`${item}/comments`, { body: 'x' }), 404);
    assertProblem(await eve.delete(`${item}/comments/${comment.id}`), 404);
    assert.deepEqual((await eve.get(path)).body, { items: [], total: 0, limit: 20, offset: 0 });
    for (const seen of [ada, api]) assert.deepEqual((await seen.get(path)).body.items, [before]);
  });

  it('keeps the natural key unique for each owner', async (t) => {
    const { ada, eve } = await startWithTwo(t);
    assert.equal((await eve.post(path, sample(1))).status, 201);
    assertProblem(await ada.post(path, sample(1)), 409);
  });

  it('gives what was there before to the first admin', async (t) => {
    const { api, ada, item } = await startWithTwo(t);
    const user = { name: 'Grace', email: 'grace@example.com', password: 'correct horse' };
    const { id } = (await api.post('/api/v1/auth/register', user)).body;
    const { client } = await testDatabase();
    await client.query('UPDATE books SET owner_id = NULL');
    assertProblem(await ada.get(item), 404);
    assert.deepEqual(await makeAdmin(api.database, 'GRACE@example.com'), { adopted: 1 });
    const { rows } = await client.query('SELECT owner_id FROM books');
    assert.deepEqual(rows, [{ owner_id: String(id) }]);
    const { body } = await api.get('/api/v1/audit-log?action=users.change_role');
    assert.equal(body.items[0].target, `users/${id}`);
  });
});

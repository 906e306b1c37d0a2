import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertFaults, startApi, type Api } from '../../support/api.ts';
import { testDatabase } from '../../support/database.ts';
import { path, sample } from '../../support/samples.ts';
import { addUser } from '../../support/users.ts';

async function entries(api: Api, query = '') {
  const { body } = await api.get(`/api/v1/audit-log?limit=100${query}`);
  return body.items
    .toReversed()
    .map((entry: any) => `${entry.action} ${entry.target} ${entry.outcome}`);
}

describe('the audit log', () => {
  it('has every change once, with who and in which request', async (t) => {
    const api = await startApi(t);
    const headers = { 'x-request-id': 'request-1' };
    const { id } = (await api.send({ method: 'POST', url: path, headers, body: sample(1) })).body;
    const url = `${path}/${id}`;
    const target = url.replace('/api/v1/', '');
    await api.put(url, sample(2));
    await api.patch(url, {});
    const comment = (await api.post(`${url}/comments`, { body: 'a' })).body.id;
    await api.delete(`${url}/comments/${comment}`);
    await api.delete(url);
    await api.post(`${path}/imports`, { items: [sample(3), sample(4)] });
    const resource = path.replace('/api/v1/', '').replaceAll('-', '_');
    assert.deepEqual(await entries(api, `&actor=${api.admin.id}`), [
      `${resource}.create ${target} success`,
      `${resource}.update ${target} success`,
      `comments.create ${target}/comments/${comment} success`,
      `comments.delete ${target}/comments/${comment} success`,
      `${resource}.delete ${target} success`,
      `${resource}.create ${path.replace('/api/v1/', '')}/${id + 1} success`,
      `${resource}.create ${path.replace('/api/v1/', '')}/${id + 2} success`,
    ]);
    const { items, total } = (await api.get(`/api/v1/audit-log?action=${resource}.update`)).body;
    assert.deepEqual([items.length, total, items[0].actor_id], [1, 1, api.admin.id]);
    const [first] = (await api.get('/api/v1/audit-log?limit=1&offset=6')).body.items;
    assert.deepEqual([first.request_id, Object.keys(first).length], ['request-1', 7]);
  });

  it('has registrations, logins, failures and refusals, and no secrets', async (t) => {
    const api = await startApi(t);
    const [email, password] = ['ada@example.com', 'correct horse'];
    const { id } = (await api.post('/api/v1/auth/register', { name: 'Ada', email, password })).body;
    await api.post('/api/v1/auth/login', { email, password });
    await api.post('/api/v1/auth/login', { email, password: 'hunter2' });
    await api.post('/api/v1/auth/login', { email: 'hunter2', password });
    await api.patch(`/api/v1/users/${id}`, { role: 'admin' });
    await api.as(await addUser()).get('/api/v1/users');
    assert.deepEqual(await entries(api), [
      `users.register users/${id} success`,
      `users.log_in users/${id} success`,
      `users.log_in users/${id} failure`,
      'users.log_in null failure',
      `users.change_role users/${id} success`,
      'users.list null denied',
    ]);
    const log = JSON.stringify((await api.get('/api/v1/audit-log')).body);
    assert.doesNotMatch(log, /hunter2|correct horse|argon2/);
  });

  it('has nothing of what did not happen', async (t) => {
    const api = await startApi(t);
    await api.post(path, sample(1));
    await api.post(path, sample(1));
    await api.post(`${path}/imports`, { items: [sample(2), sample(1)] });
    await api.delete(`${path}/99`);
    assert.equal((await entries(api)).length, 1);
    assertFaults(
      await api.get('/api/v1/audit-log?actor=x&limit=0'),
      '/query/actor',
      '/query/limit',
    );
  });

  for (const change of [
    "UPDATE audit_log SET action = ''",
    'DELETE FROM audit_log',
    'TRUNCATE audit_log',
  ]) {
    it(`refuses to ${change}`, async (t) => {
      const api = await startApi(t);
      await api.post(path, sample(1));
      const { client } = await testDatabase();
      await assert.rejects(client.query(change), /never changed or deleted/);
    });
  }
});

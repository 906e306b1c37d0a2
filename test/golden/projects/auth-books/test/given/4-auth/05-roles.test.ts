import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertFaults, assertProblem, startApi } from '../../support/api.ts';
import { closes, path, sample } from '../../support/samples.ts';
import { addUser } from '../../support/users.ts';

describe('roles', () => {
  it('keeps users, their roles and the audit log for admins', async (t) => {
    const api = await startApi(t);
    const user = await addUser();
    for (const url of ['/api/v1/users', '/api/v1/audit-log']) {
      assertProblem(await api.as(user).get(url), 403);
      assert.equal((await api.get(url)).status, 200);
    }
    const own = `/api/v1/users/${user.id}`;
    assertProblem(await api.as(user).patch(own, { role: 'admin' }), 403);
    assert.equal((await api.patch(own, { role: 'admin' })).body.role, 'admin');
    assertProblem(await api.patch('/api/v1/users/99', { role: 'user' }), 404);
    assertFaults(await api.patch(own, { role: 'root' }), '/body/role');
    assert.equal((await api.get('/api/v1/users?limit=1')).body.total, 2);
  });

  it('keeps reopening for admins, whichever method asks', async (t) => {
    const api = await startApi(t);
    const user = api.as(await addUser());
    const open = { ...sample(1), [closes]: false };
    const { id } = (await user.post(path, { ...open, [closes]: true })).body;
    const url = `${path}/${id}`;
    assertProblem(await user.put(url, open), 403);
    assertProblem(await user.patch(url, { [closes]: false }), 403);
    assert.equal((await user.get(url)).body[closes], true);
    assert.equal((await api.patch(url, { [closes]: false })).status, 200);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertFaults, assertProblem, startApi } from '../../support/api.ts';
import { testDatabase } from '../../support/database.ts';

const register = '/api/v1/auth/register';
const ada = { name: 'Ada', email: 'Ada@example.com', password: ' correct horse ' };

describe('passwords', () => {
  it('registers, and shows nothing of the password', async (t) => {
    const api = await startApi(t);
    const { status, body } = await api.as({}).post(register, ada);
    assert.equal(status, 201);
    assert.deepEqual(Object.keys(body), ['id', 'name', 'email', 'role', 'created_at']);
    assert.deepEqual([body.name, body.email, body.role], ['Ada', 'Ada@example.com', 'user']);
  });

  it('stores a slow hash with a salt of its own', async (t) => {
    const api = await startApi(t);
    for (const email of ['a@example.com', 'b@example.com'])
      await api.post(register, { ...ada, email });
    const { client } = await testDatabase();
    const select = `SELECT password_hash FROM users WHERE email LIKE '_@example.com'`;
    const [first, second] = (await client.query(select)).rows.map((row) => row.password_hash);
    assert.match(first, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    assert.notEqual(first, second);
  });

  it('takes e-mails that differ in case for the same', async (t) => {
    const api = await startApi(t);
    await api.post(register, ada);
    assertProblem(await api.post(register, { ...ada, email: 'aDA@EXAMPLE.com' }), 409);
  });

  it('counts the characters of a password as a reader does', async (t) => {
    const api = await startApi(t);
    for (const password of ['x'.repeat(11), '🦉'.repeat(129), 5, null]) {
      assertFaults(await api.post(register, { ...ada, password }), '/body/password');
    }
    assert.equal((await api.post(register, { ...ada, password: '🦉'.repeat(12) })).status, 201);
  });

  it('lets nobody choose a role', async (t) => {
    const api = await startApi(t);
    assertFaults(await api.post(register, { ...ada, role: 'admin' }), '/body/role');
    assertFaults(await api.post(register, {}), '/body/name', '/body/email', '/body/password');
  });
});

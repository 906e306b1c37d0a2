import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SignJWT } from 'jose';
import { assertProblem, startApi } from '../../support/api.ts';
import { path } from '../../support/samples.ts';
import { tokenSettings } from '../../support/users.ts';

const { JWT_SECRET, JWT_ISSUER: iss, JWT_AUDIENCE: aud } = tokenSettings;

const ada = { name: 'Ada', email: 'Ada@example.com', password: ' correct horse ' };
const login = '/api/v1/auth/login';

/** A token that is valid in all but what is changed. */
async function tokenWith({
  secret = JWT_SECRET,
  alg = 'HS256',
  ...claims
}: Record<string, unknown>) {
  const now = Math.floor(Date.now() / 1000);
  const valid = { iss, aud, sub: '1', iat: now, exp: now + 60, role: 'user' };
  const key = new TextEncoder().encode(String(secret));
  const token = await new SignJWT({ ...valid, ...claims })
    .setProtectedHeader({ alg: String(alg) })
    .sign(key);
  return token;
}

describe('tokens', () => {
  it('are given for the right password', async (t) => {
    const api = await startApi(t);
    const { body: user } = await api.post('/api/v1/auth/register', ada);
    const { password } = ada;
    const { status, body } = await api.as({}).post(login, { email: 'ADA@example.com', password });
    assert.equal(status, 200);
    assert.deepEqual([body.token_type, body.expires_in], ['Bearer', 900]);
    const mine = api.as({ authorization: `Bearer ${body.access_token}` });
    assert.deepEqual((await mine.get('/api/v1/me')).body, user);
  });

  it('are refused in the same words for a wrong password and an unknown user', async (t) => {
    const api = await startApi(t);
    await api.post('/api/v1/auth/register', ada);
    const wrong = await api.post(login, { ...ada, name: undefined, password: 'correct horse' });
    const unknown = await api.post(login, { email: 'eve@example.com', password: ada.password });
    for (const answer of [wrong, unknown]) {
      assertProblem(answer, 401);
      for (const name of ['x-request-id', 'date']) delete answer.headers[name];
    }
    assert.deepEqual(wrong, unknown);
  });

  const flawed: Record<string, Record<string, unknown>> = {
    'signed with another key': { secret: 'x'.repeat(32) },
    'signed with another algorithm': { alg: 'HS512', secret: JWT_SECRET.repeat(2) },
    'of another issuer': { iss: 'other' },
    'for another audience': { aud: 'other' },
    expired: { exp: 1 },
    'without an end': { exp: undefined },
    'of a role that does not exist': { role: 'root' },
    'for nobody': { sub: '0' },
  };
  for (const [what, flaw] of Object.entries(flawed)) {
    it(`are refused when ${what}`, async (t) => {
      const api = await startApi(t);
      const authorization = `Bearer ${await tokenWith(flaw)}`;
      const answer = await api.as({ authorization }).get(path);
      assertProblem(answer, 401);
      assert.equal(answer.headers['www-authenticate'], 'Bearer');
    });
  }

  it('are refused when not signed, malformed or absent', async (t) => {
    const api = await startApi(t);
    const [, payload] = (await tokenWith({})).split('.');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    const basic = 'Basic YWRhOnNlY3JldA==';
    for (const authorization of [`Bearer ${none}.${payload}.`, 'Bearer', 'Bearer x', basic, '']) {
      assertProblem(await api.as({ authorization }).get('/api/v1/me'), 401);
    }
    const lower = { authorization: `bearer ${await tokenWith({ sub: String(api.admin.id) })}` };
    assert.equal((await api.as(lower).get('/api/v1/me')).status, 200);
  });
});

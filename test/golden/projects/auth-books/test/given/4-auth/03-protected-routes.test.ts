import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readConfig } from '../../../src/config.ts';
import { assertProblem, startApi } from '../../support/api.ts';

const open = ['/health/live', '/health/ready', '/api/v1/auth/register', '/api/v1/auth/login'];

it('closes every route but the open ones to whoever has no token', async (t) => {
  const api = await startApi(t);
  const { paths } = (await api.get('/openapi.json')).body;
  for (const [path, methods] of Object.entries<object>(paths)) {
    for (const method of Object.keys(methods).map((name) => name.toUpperCase() as 'GET')) {
      const url = `${path.replaceAll(/{\w+}/g, '1')}?access_token=x`;
      const answer = await api.as({}).send({ method, url, body: {} });
      if (open.includes(path)) assert.notEqual(answer.status, 401, path);
      else assertProblem(answer, 401);
    }
  }
});

it('keeps what a caller may see out of caches', async (t) => {
  const api = await startApi(t);
  assert.equal((await api.get('/api/v1/me')).headers['cache-control'], 'no-store');
});

it('does not start in production with no secret, or anywhere with a short one', () => {
  const settings = { DATABASE_URL: 'postgres://localhost/any', APP_ENV: 'production' };
  assert.throws(() => readConfig(settings), /^Error: JWT_SECRET is required/);
  assert.throws(() => readConfig({ ...settings, JWT_SECRET: 'hunter2' }), /at least 32 bytes$/);
});

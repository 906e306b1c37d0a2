import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { assertProblem, startApi, type Api } from '../../support/api.ts';

const password = 'correct horse';
const logIn = (api: Api, email: string, word: string) =>
  api.post('/api/v1/auth/login', { email, password: word });
const register = (api: Api, email: string) =>
  api.post('/api/v1/auth/register', { name: 'Ada', email, password });

describe('abuse', () => {
  it('stops guessing at one account, and nobody else', async (t) => {
    const api = await startApi(t, { LOGIN_WINDOW_SECONDS: '1', LOGIN_LIMIT_ACCOUNT: '3' });
    for (const email of ['ada@example.com', 'eve@example.com']) await register(api, email);
    const guesses = Array.from({ length: 10 }, (_, n) => logIn(api, 'ada@example.com', `${n}`));
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    assert.deepEqual(statuses.toSorted(), [401, 401, 401, ...Array(7).fill(429)]);
    const answer = await logIn(api, 'ADA@example.com', password);
    assertProblem(answer, 429);
    assert.equal(answer.headers['retry-after'], '1');
    assert.equal((await logIn(api, 'eve@example.com', password)).status, 200);
    await wait(1000);
    assert.equal((await logIn(api, 'ada@example.com', password)).status, 200);
  });

  it('stops guessing from one address, whichever account', async (t) => {
    const api = await startApi(t, { LOGIN_LIMIT_ADDRESS: '3' });
    for (const name of 'abc') assertProblem(await logIn(api, `${name}@example.com`, password), 401);
    assertProblem(await logIn(api, 'd@example.com', password), 429);
  });

  it('does not count logins that succeed', async (t) => {
    const api = await startApi(t, { LOGIN_LIMIT_ACCOUNT: '1' });
    await register(api, 'ada@example.com');
    for (let n = 0; n < 3; n++) {
      assert.equal((await logIn(api, 'ada@example.com', password)).status, 200);
    }
  });
});

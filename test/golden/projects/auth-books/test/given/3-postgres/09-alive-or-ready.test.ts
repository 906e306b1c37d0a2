import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertProblem, startApi } from '../../support/api.ts';
import { freshDatabase } from '../../support/database.ts';
import { path, sample } from '../../support/samples.ts';
import { startService } from '../../support/service.ts';

describe('alive or ready', () => {
  it('is ready while there is a database', async (t) => {
    const api = await startApi(t);
    const { status, body } = await api.get('/health/ready');
    assert.deepEqual([status, body], [200, { status: 'ok' }]);
  });

  it('lives without its database, and says that it is not ready', async (t) => {
    const api = await startApi(t, { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' });
    assert.equal((await api.get('/health/live')).status, 200);
    for (const answer of [await api.get('/health/ready'), await api.post(path, sample(1))]) {
      assertProblem(answer, 503);
      assert.match(answer.headers['retry-after'] ?? '', /^\d+$/);
    }
  });

  it('answers what is in flight before it ends', async (t) => {
    const service = await startService(t, { PORT: '0' });
    const { client } = await freshDatabase();
    await service.request('GET', '/health/ready');
    await client.query('BEGIN; LOCK TABLE books');
    const slow = service.request('GET', path);
    await new Promise((resolve) => setTimeout(resolve, 200));
    service.process.kill('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 200));
    await client.query('COMMIT');
    assert.equal((await slow).status, 200);
    assert.equal(await service.exitCode(), 0);
  });
});

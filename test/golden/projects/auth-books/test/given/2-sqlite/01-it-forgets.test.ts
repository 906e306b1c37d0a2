import assert from 'node:assert/strict';
import { it } from 'node:test';
import { freshDatabase } from '../../support/database.ts';
import { path, sample } from '../../support/samples.ts';
import { startService } from '../../support/service.ts';

it('remembers what it acknowledged, also when it is killed', async (t) => {
  const settings = { PORT: '0', DATABASE_URL: (await freshDatabase()).url };
  const first = await startService(t, settings);
  const { status, body } = await first.request('POST', path, sample(1));
  assert.equal(status, 201);
  first.process.kill('SIGKILL');
  await first.exitCode();
  const second = await startService(t, settings);
  assert.deepEqual((await second.request('GET', `${path}/${body.id}`)).body, body);
});

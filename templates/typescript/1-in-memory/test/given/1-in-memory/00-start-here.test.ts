import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { describe, it } from 'node:test';
import { startService } from '../../support/service.ts';

describe('the process', { concurrency: true }, () => {
  it('listens where it is told, and ends on SIGTERM', async (t) => {
    const service = await startService(t, { PORT: '0' });
    const { status, body } = await service.request('GET', '/health/live');
    assert.deepEqual([status, body], [200, { status: 'ok' }]);
    service.process.kill('SIGTERM');
    assert.equal(await service.exitCode(), 0);
  });

  it('says that a port is taken, in one line', async (t) => {
    const other = createServer().listen(0, '127.0.0.1');
    t.after(() => other.close());
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    const service = await startService(t, { PORT: String(port) });
    assert.equal(await service.exitCode(), 1);
    assert.equal(service.errors(), `Cannot start: port ${port} is taken; free it or set PORT\n`);
  });

  it('names every wrong setting, but not its value', async (t) => {
    const service = await startService(t, { PORT: 'hunter2', APP_ENV: 'hunter2' });
    assert.equal(await service.exitCode(), 1);
    assert.match(service.errors(), /^Cannot start: PORT must be .*; APP_ENV must be .*\n$/);
    assert.doesNotMatch(service.errors(), /hunter2/);
  });
});

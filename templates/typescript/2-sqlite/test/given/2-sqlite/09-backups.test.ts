import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { temporaryDatabase, temporaryFolder } from '../../support/database.ts';
import { path, sample } from '../../support/samples.ts';
import { startService } from '../../support/service.ts';

function run(command: string, DATABASE_PATH: string, file: string) {
  const args = [`src/commands/${command}.ts`, file];
  return spawnSync(process.execPath, args, { env: { DATABASE_PATH }, encoding: 'utf8' });
}

describe('backups', { concurrency: true }, () => {
  it('copies a database that is being used, and brings it back', async (t) => {
    const DATABASE_PATH = temporaryDatabase(t);
    const copy = join(temporaryFolder(t), 'copy.sqlite');
    const service = await startService(t, { PORT: '0', DATABASE_PATH });
    const { body } = await service.request('POST', path, sample(1));
    assert.equal(run('backup', DATABASE_PATH, copy).status, 0);
    await service.request('DELETE', `${path}/${body.id}`);
    assert.equal(run('restore', DATABASE_PATH, copy).status, 0);
    assert.deepEqual((await service.request('GET', `${path}/${body.id}`)).body, body);
  });

  it('restores nothing that is no backup', (t) => {
    const DATABASE_PATH = temporaryDatabase(t);
    const file = join(temporaryFolder(t), 'not-a-backup');
    writeFileSync(file, '');
    const { status, stderr } = run('restore', DATABASE_PATH, file);
    assert.equal(status, 1);
    assert.match(stderr, /no backup of this service/);
  });
});

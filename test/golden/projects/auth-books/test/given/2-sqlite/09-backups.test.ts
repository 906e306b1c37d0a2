import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { startApi } from '../../support/api.ts';
import { isEmbedded, testDatabase } from '../../support/database.ts';
import { path, sample } from '../../support/samples.ts';

function temporaryFile(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'my-api-'));
  t.after(() => rmSync(folder, { recursive: true }));
  return join(folder, 'copy');
}

async function run(command: string, file: string) {
  const env = { ...process.env, DATABASE_URL: (await testDatabase()).url };
  const args = [`src/commands/${command}.ts`, file];
  return spawnSync(process.execPath, args, { env, encoding: 'utf8' });
}

describe('backups', { skip: isEmbedded && 'needs a server: set TEST_DATABASE_URL' }, () => {
  it('copies a database that is being used, and brings it back', async (t) => {
    const copy = temporaryFile(t);
    const api = await startApi(t);
    const { body } = await api.post(path, sample(1));
    assert.equal((await run('backup', copy)).status, 0);
    await api.delete(`${path}/${body.id}`);
    assert.equal((await run('restore', copy)).status, 0);
    assert.deepEqual((await api.get(`${path}/${body.id}`)).body, body);
  });

  it('restores nothing that is no backup', async (t) => {
    const file = temporaryFile(t);
    writeFileSync(file, '');
    const api = await startApi(t);
    await api.post(path, sample(1));
    const { status, stderr } = await run('restore', file);
    assert.equal(status, 1);
    assert.match(stderr, /pg_restore failed/);
    assert.equal((await api.get(path)).body.total, 1);
  });
});

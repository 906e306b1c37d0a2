import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { migrate } from '../../../src/db/migrations.ts';
import { isEmbedded, testDatabase } from '../../support/database.ts';

describe('migrations', () => {
  it('run once', async () => {
    const { url } = await testDatabase();
    assert.deepEqual(await migrate(url), []);
  });

  const skip = isEmbedded && 'needs a server: set TEST_DATABASE_URL';
  it('run once when several instances start together', { skip }, async () => {
    const { url, client } = await testDatabase();
    await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
    const runs = await Promise.all([migrate(url), migrate(url), migrate(url)]);
    assert.equal(runs.filter((names) => names.length > 0).length, 1);
  });
});

import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { readConfig } from '../../../src/config.ts';
import { openDatabase } from '../../../src/db/database.ts';
import { Unavailable } from '../../../src/db/unavailable.ts';
import { isEmbedded, testDatabase } from '../../support/database.ts';

async function openSmall(t: TestContext) {
  const { url } = await testDatabase();
  const limits = { DATABASE_POOL_MAX: '1', DATABASE_TIMEOUT_MS: '1000' };
  const database = openDatabase(readConfig({ DATABASE_URL: url, ...limits }));
  t.after(() => database.close());
  return database;
}

async function fail() {
  throw new Error('on purpose');
}

describe('pools', () => {
  it('waits for a connection as long as it may, and gets one later', async (t) => {
    const database = await openSmall(t);
    await database.transaction(async () => {
      await assert.rejects(database.query('SELECT 1'), Unavailable);
    });
    assert.deepEqual(await database.query('SELECT 1 AS one'), [{ one: 1 }]);
  });

  it('takes connections back from work that fails', async (t) => {
    const database = await openSmall(t);
    for (let n = 0; n < 5; n++) await assert.rejects(database.transaction(fail), /on purpose/);
    await assert.rejects(database.query('SELECT nonsense'), /nonsense/);
    assert.deepEqual(await database.query('SELECT 1 AS one'), [{ one: 1 }]);
  });

  const skip = isEmbedded && 'needs a server: set TEST_DATABASE_URL';
  it('ends a statement that takes too long', { skip }, async (t) => {
    const database = await openSmall(t);
    await assert.rejects(database.query('SELECT pg_sleep(4)'), Unavailable);
    assert.deepEqual(await database.query('SELECT 1 AS one'), [{ one: 1 }]);
  });
});

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { openDatabase } from '../../../src/db/database.ts';
import { migrate } from '../../../src/db/migrations.ts';
import { temporaryFolder } from '../../support/database.ts';
import { startService } from '../../support/service.ts';

describe('changing the schema', () => {
  it('runs each migration once, and keeps the data', (t) => {
    const folder = temporaryFolder(t);
    const database = openDatabase(':memory:');
    writeFileSync(
      join(folder, '1.sql'),
      'CREATE TABLE notes (a TEXT); INSERT INTO notes VALUES (1);',
    );
    assert.deepEqual(migrate(database, folder), ['1.sql']);
    writeFileSync(join(folder, '2.sql'), "ALTER TABLE notes ADD COLUMN b TEXT DEFAULT 'new'");
    assert.deepEqual(migrate(database, folder), ['2.sql']);
    assert.deepEqual(migrate(database, folder), []);
    assert.deepEqual({ ...database.prepare('SELECT * FROM notes').get() }, { a: '1', b: 'new' });
  });

  it('refuses a migration that was edited after it ran', (t) => {
    const folder = temporaryFolder(t);
    const database = openDatabase(':memory:');
    writeFileSync(join(folder, '1.sql'), 'CREATE TABLE notes (a TEXT)');
    migrate(database, folder);
    writeFileSync(join(folder, '1.sql'), 'CREATE TABLE notes (a TEXT, b TEXT)');
    assert.throws(() => migrate(database, folder), /1\.sql was edited/);
  });

  it('undoes a migration that fails half-way', (t) => {
    const folder = temporaryFolder(t);
    const database = openDatabase(':memory:');
    writeFileSync(
      join(folder, '1.sql'),
      'CREATE TABLE notes (a TEXT); CREATE TABLE notes (a TEXT)',
    );
    assert.throws(() => migrate(database, folder), /already exists/);
    assert.throws(() => database.exec('SELECT * FROM notes'), /no such table/);
  });

  it('does not serve a database that lacks migrations', async (t) => {
    const DATABASE_PATH = join(temporaryFolder(t), 'new.sqlite');
    const service = await startService(t, { PORT: '0', DATABASE_PATH });
    assert.equal(await service.exitCode(), 1);
    assert.match(service.errors(), /^Cannot start: run `.+ migrate` first\n$/);
  });
});

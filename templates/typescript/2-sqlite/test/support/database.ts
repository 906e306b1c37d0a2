import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { TestContext } from 'node:test';
import { openDatabase } from '../../src/db/database.ts';
import { migrate } from '../../src/db/migrations.ts';

/** A migrated database without a file. */
export function memoryDatabase(): DatabaseSync {
  const database = openDatabase(':memory:');
  migrate(database);
  return database;
}

/** The path of a migrated database in a folder of its own, which is removed after the test. */
export function temporaryDatabase(t: TestContext): string {
  const path = join(temporaryFolder(t), 'test.sqlite');
  const database = openDatabase(path);
  migrate(database);
  database.close();
  return path;
}

export function temporaryFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'create-backend-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

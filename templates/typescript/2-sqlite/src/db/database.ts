import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';

/** Gives the prepared statement of a text of SQL. */
export type Prepare = (sql: string) => StatementSync;

/** Opens the file, and creates it where it is absent; `:memory:` is a database without a file. */
export function openDatabase(path: string): DatabaseSync {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const database = new DatabaseSync(path, { timeout: 5000 });
  // With WAL readers do not wait for a writer. NORMAL may lose the last commits when the power
  // fails, never when the process is killed, and writes many times as fast as FULL.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON');
  return database;
}

/** Prepares each text of SQL once: to read it takes longer than to run it. */
export function preparing(database: DatabaseSync): Prepare {
  const prepared = new Map<string, StatementSync>();
  return (sql) => {
    const statement = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
}

/** All of `work` or nothing: what it throws, or a call of `cancel`, undoes its changes. */
export function transaction<Result>(
  database: DatabaseSync,
  work: (cancel: () => void) => Result,
): Result {
  let end = 'COMMIT';
  // IMMEDIATE: a transaction that reads first and writes later could be refused half-way.
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work(() => {
      end = 'ROLLBACK';
    });
    database.exec(end);
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

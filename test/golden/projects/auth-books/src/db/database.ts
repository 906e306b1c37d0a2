import pg from 'pg';
import type { Config } from '../config.ts';
import { numbered, type Values } from './parameters.ts';
import { poolSettings } from './pool-settings.ts';
import { orUnavailable, Unavailable } from './unavailable.ts';

/** What a store asks: the pool and an open transaction alike. */
export interface Queryable {
  /** The rows of one statement. Values travel beside it: `:name` in the text stands for one. */
  query<Row>(sql: string, values?: Values): Promise<Row[]>;
}

export interface Database extends Queryable {
  /** All of `work` or nothing: what it throws, or a call of `cancel`, undoes its changes. */
  transaction<Result>(
    work: (tx: Queryable, cancel: () => void) => Promise<Result>,
  ): Promise<Result>;
  close(): Promise<void>;
}

/** Postgres behind a pool, which connects when it is asked: a service starts without its database. */
export function openDatabase(config: Config): Database {
  const pool = new pg.Pool(poolSettings(config));
  // Without a listener the first idle connection that breaks would end the process.
  pool.on('error', ignore);
  return {
    query: (sql, values) => withConnection(pool, (connection) => connection.query(sql, values)),
    transaction: (work) => withConnection(pool, (connection) => inTransaction(connection, work)),
    close: () => pool.end(),
  };
}

/** Lends a connection and takes it back, whatever happens; one that broke is thrown away. */
async function withConnection<Result>(
  pool: pg.Pool,
  use: (connection: Queryable) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect().catch((error) => {
    throw new Unavailable(error);
  });
  let isBroken = false;
  // While it is lent nobody else listens to it; the statement that fails will tell.
  client.on('error', ignore);
  try {
    return await use(queryableOf(client));
  } catch (error) {
    isBroken = error instanceof Unavailable;
    throw error;
  } finally {
    client.off('error', ignore);
    client.release(isBroken);
  }
}

async function inTransaction<Result>(
  tx: Queryable,
  work: (tx: Queryable, cancel: () => void) => Promise<Result>,
): Promise<Result> {
  let end = 'COMMIT';
  await tx.query('BEGIN');
  try {
    const result = await work(tx, () => {
      end = 'ROLLBACK';
    });
    await tx.query(end);
    return result;
  } catch (error) {
    // A broken connection is thrown away, and Postgres rolls back by itself.
    if (!(error instanceof Unavailable)) await tx.query('ROLLBACK');
    throw error;
  }
}

function queryableOf(client: pg.PoolClient): Queryable {
  return {
    async query(sql, values = {}) {
      const { rows } = await client.query(numbered(sql, values)).catch(orUnavailable);
      return rows;
    },
  };
}

function ignore(): void {}

import { Client } from 'pg';

/** A connection of the checker's own to a database, beside those of the service. */
export interface SqlConnection {
  /** Rows of the last statement. */
  query<Row = Record<string, unknown>>(sql: string, values?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

const CONNECT_WITHIN_MS = 5_000;

/**
 * Connects to a database.
 * @throws whatever the driver says when it cannot
 */
export async function connectTo(url: string): Promise<SqlConnection> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
  });
  // A connection that breaks between two statements is told by the next one.
  client.on('error', () => {});
  await client.connect();
  let last: Promise<unknown> = Promise.resolve();
  return {
    // The driver wants one statement after the other.
    query: (sql, values) => {
      const rows = last.then(async () => (await client.query(sql, values)).rows ?? []);
      last = rows.catch(() => {});
      return rows;
    },
    close: () => client.end(),
  };
}

/** Does one thing over a connection of its own. */
export async function withConnection<Came>(
  url: string,
  work: (connection: SqlConnection) => Promise<Came>,
): Promise<Came> {
  const connection = await connectTo(url);
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
}

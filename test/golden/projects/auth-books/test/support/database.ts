import { randomUUID } from 'node:crypto';
import { after } from 'node:test';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../scripts/embedded-postgres.ts';
import { migrate } from '../../src/db/migrations.ts';

const server = process.env['TEST_DATABASE_URL'];

/** Without a server of its own, Postgres cannot show locks, races, or the programs it comes with. */
export const isEmbedded = !server;

/** The database of this run and a connection to it; nobody else's, and gone afterwards. */
let running: ReturnType<typeof createDatabase> | undefined;
export const testDatabase = () => (running ??= createDatabase());
after(async () => (await running)?.drop());

/** The same, without rows. */
export async function freshDatabase() {
  const { url, client } = await testDatabase();
  // TRUNCATE would make new files for tables and indexes, which takes ten times as long.
  await client.query(`
    ALTER TABLE audit_log DISABLE TRIGGER USER;
    DELETE FROM audit_log;
    ALTER TABLE audit_log ENABLE TRIGGER USER`);
  await client.query(`DELETE FROM books; SELECT setval('books_id_seq', 1, false)`);
  await client.query('DELETE FROM users');
  return { url, client };
}

async function createDatabase() {
  const { url, drop } = server ? await createBeside(server) : await startEmbedded();
  await migrate(url);
  // One connection, which tests that run at the same time wait for. A pool says that it is closed
  // a moment before it is, and the database may be dropped in that moment.
  const client = new pg.Pool({ connectionString: url, max: 1 });
  client.on('error', () => {});
  return { url, client, drop: () => client.end().then(drop) };
}

async function startEmbedded() {
  const { url, stop } = await startEmbeddedPostgres();
  return { url, drop: stop };
}

/** A new database on the server: the one that the address names keeps what it has. */
async function createBeside(address: string) {
  const client = new pg.Client(address);
  await client.connect();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await client.query(`CREATE DATABASE ${name}`);
  const drop = async () => {
    // Not by force: it waits for connections that are closing, and force would make them fail.
    await client.query(`DROP DATABASE ${name}`);
    await client.end();
  };
  return { url: Object.assign(new URL(address), { pathname: name }).href, drop };
}

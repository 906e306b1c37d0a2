import { spawn } from 'node:child_process';
import { migrate } from '../src/db/migrations.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';

// The service with reload, on DATABASE_URL or else on a database of its own in `data/`.
const given = process.env['DATABASE_URL'];
const embedded = given ? undefined : await startEmbeddedPostgres('data/postgres');
const url = embedded?.url ?? given!;
await migrate(url);

const service = spawn(process.execPath, ['--watch', 'src/server.ts'], {
  env: { ...process.env, DATABASE_URL: url },
  stdio: 'inherit',
});
// Ctrl-C reaches the service by itself; it is awaited here, since its requests need the database.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => service.kill());
service.once('exit', async (code) => {
  await embedded?.stop();
  process.exit(code ?? 0);
});

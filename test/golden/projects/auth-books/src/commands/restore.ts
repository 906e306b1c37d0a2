import { backupPath, runCommand } from './command.ts';
import { runPostgresTool } from './postgres-tool.ts';

/** All or nothing: what is there now goes only when the backup takes its place. */
const OPTIONS = ['--single-transaction', '--clean', '--if-exists', '--no-owner'];

await runCommand(async (config) => {
  const copy = await backupPath();
  await runPostgresTool('pg_restore', config.DATABASE_URL, [...OPTIONS, copy]);
  return `The database is as it was in ${copy}.`;
});

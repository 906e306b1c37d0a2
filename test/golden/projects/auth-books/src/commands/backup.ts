import { backupPath, runCommand } from './command.ts';
import { runPostgresTool } from './postgres-tool.ts';

await runCommand(async (config) => {
  const copy = await backupPath();
  await runPostgresTool('pg_dump', config.DATABASE_URL, ['--format=custom', `--file=${copy}`]);
  return `The database is saved in ${copy}.`;
});

import { migrate } from '../db/migrations.ts';
import { runCommand } from './command.ts';

await runCommand(async (config) => {
  const names = await migrate(config.DATABASE_URL);
  return names.length > 0 ? `Migrated: ${names.join(', ')}` : 'The database is up to date.';
});

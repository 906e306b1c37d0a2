import { openDatabase } from '../db/database.ts';
import { migrate } from '../db/migrations.ts';
import { runCommand } from './command.ts';

await runCommand(async (config) => {
  const names = migrate(openDatabase(config.DATABASE_PATH));
  return names.length > 0 ? `Migrated: ${names.join(', ')}` : 'The database is up to date.';
});

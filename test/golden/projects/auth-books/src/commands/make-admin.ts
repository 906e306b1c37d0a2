import { makeAdmin } from '../auth/make-admin.ts';
import { openDatabase } from '../db/database.ts';
import { runCommand } from './command.ts';

await runCommand(async (config) => {
  const email = process.argv[2];
  if (!email) throw new Error('Who? npm run make-admin <e-mail of a registered user>');
  const database = openDatabase(config);
  const { adopted } = await makeAdmin(database, email).finally(() => database.close());
  return `${email} is an admin now, and owns ${adopted} books from before.`;
});

/** The least that does the work of stage 2: the same schemas, the same store, nothing around. */
import { bareApp } from './bare-app.ts';
import { openDatabase } from './src/db/database.ts';
import { SqliteTaskStore } from './src/tasks/sqlite-store.ts';

const store = new SqliteTaskStore(openDatabase(process.env['DATABASE_PATH']!));
await bareApp(() => ({
  list: (query) => store.list(query),
  find: (id) => store.find(id),
  insert: (input) => store.insert(input),
}));

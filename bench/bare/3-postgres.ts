/** The least that does the work of stage 3: the same schemas, the same store, nothing around. */
import { bareApp } from './bare-app.ts';
import { readConfig } from './src/config.ts';
import { openDatabase } from './src/db/database.ts';
import { PostgresTaskStore } from './src/tasks/postgres-store.ts';

const store = new PostgresTaskStore(openDatabase(readConfig(process.env)));
await bareApp(() => ({
  list: (query) => store.list(query),
  find: (id) => store.find(id),
  insert: (input) => store.insert(input),
}));

/** The least that does the work of stage 4: a verified token, the owner's rows, the audit entry. */
import { jwtVerify } from 'jose';
import { record } from './src/audit/log.ts';
import { bareApp } from './bare-app.ts';
import { readConfig } from './src/config.ts';
import { openDatabase } from './src/db/database.ts';
import { PostgresTaskStore } from './src/tasks/postgres-store.ts';

const config = readConfig(process.env);
const database = openDatabase(config);
const key = new TextEncoder().encode(config.JWT_SECRET);
const claims = { issuer: config.JWT_ISSUER, audience: config.JWT_AUDIENCE, algorithms: ['HS256'] };

await bareApp(async (request) => {
  const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
  const { payload } = await jwtVerify(token, key, claims);
  const role = payload['role'] as 'user' | 'admin';
  const caller = { id: Number(payload.sub), role, requestId: request.id };
  const store = PostgresTaskStore.open(database, caller);
  return {
    list: (query) => store.list(query),
    find: (id) => store.find(id),
    insert: (input) =>
      database.transaction(async (tx) => {
        const item = await PostgresTaskStore.open(tx, caller).insert(input);
        if (item !== 'taken') await record(tx, caller, 'tasks.create', [`tasks/${item.id}`]);
        return item;
      }),
  };
});

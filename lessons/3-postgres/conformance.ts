import type { Check } from '../../src/checker/check.ts';
import * as expect from '../../src/checker/expect.ts';
import { mainService } from './another-service.ts';
import { mustRecover } from './unavailable.ts';

const FAILING = 20;

/** What belongs to no lesson of the stage. */
export const conformance: readonly Check[] = [
  {
    id: 'terminated-connections-are-replaced',
    title: 'connections that the administrator ends are replaced, unnoticed after a moment',
    likely: 'a connection that broke goes back into the pool, and is lent again',
    needs: ['start', 'real-postgres'],
    run: async (question) => {
      const { api, database } = mainService(question);
      await Promise.all([api.get(api.list), api.get(api.list)]);
      await database.query(`
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()`);
      await mustRecover(api);
      for (let asked = 0; asked < 10; asked++) expect.status(await api.get(api.list), 200);
    },
  },
  {
    id: 'no-transaction-stays-open',
    title: 'after requests that fail, no connection is left in the middle of a transaction',
    likely: 'an error leaves the transaction without ROLLBACK: its locks stay',
    needs: ['start', 'real-postgres'],
    run: async (question) => {
      const { api, database } = mainService(question);
      const { key } = question.resource;
      const item = await api.given();
      const items = [question.items.valid({ [key.name]: item[key.name] })];
      for (let failed = 0; failed < FAILING; failed++) {
        await api.post(`${api.list}/imports`, { items });
      }
      const [row] = await database.query<{ open: number }>(`
        SELECT count(*)::int AS open FROM pg_stat_activity
        WHERE datname = current_database() AND state LIKE 'idle in transaction%'`);
      expect.same(row!.open, 0, 'the number of transactions left open');
    },
  },
];

import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { anotherService, pause } from '../another-service.ts';
import { mustRecover } from '../unavailable.ts';

const TIMEOUT_MS = 500;
const QUEUE = 12;
/** What the service's own limit may be late by before a statement counts as forgotten. */
const FORGOTTEN_AFTER_MS = 300;

/** The checks of an end to every wait. */
export const timeoutChecks: readonly Check[] = [
  {
    id: 'frozen-database-is-503',
    title: 'while the database hangs, requests are answered 503 within 5 s; then all goes on',
    likely: 'nothing on the side of the service ends the wait for an answer of the database',
    needs: ['start'],
    seconds: 25,
    run: async (question) => {
      const settings = { DATABASE_TIMEOUT_MS: String(TIMEOUT_MS) };
      const { api, database } = await anotherService(question, settings);
      await Promise.all([api.get(api.list), api.get(api.list)]);
      database.link.freeze();
      expect.status(await api.get(api.list), 503, 'while the database hangs');
      await database.link.mend();
      await mustRecover(api);
    },
  },
  {
    id: 'waiting-for-a-connection-ends',
    title: 'of many requests for one busy connection, all are answered within 5 s',
    likely: 'a request waits for a connection as long as it takes: the queue grows without end',
    needs: ['start'],
    seconds: 25,
    run: async (question) => {
      const settings = { DATABASE_POOL_MAX: '1', DATABASE_TIMEOUT_MS: String(TIMEOUT_MS) };
      const { api, database } = await anotherService(question, settings);
      await api.given();
      database.link.freeze();
      const queue = Array.from({ length: QUEUE }, () => api.get(api.list));
      for (const answer of await Promise.all(queue)) expect.status(answer, 503, 'for each');
    },
  },
  {
    id: 'given-up-statements-end',
    title: 'a statement that waits for a lock is answered 503, and ends in the database too',
    likely:
      'the service stops waiting, and the database goes on: it was given no statement_timeout',
    needs: ['start', 'real-postgres'],
    seconds: 20,
    run: async (question) => {
      const settings = { DATABASE_TIMEOUT_MS: String(TIMEOUT_MS) };
      const { api, database } = await anotherService(question, settings);
      await api.given();
      const unlock = await database.lockTables();
      try {
        expect.status(await api.get(api.list), 503, 'while another client holds the tables');
        await pause(FORGOTTEN_AFTER_MS);
        const [row] = await database.query<{ waiting: number }>(`
          SELECT count(*)::int AS waiting FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event_type = 'Lock'`);
        const got = `${row!.waiting} still wait for the lock`;
        expect.that(row!.waiting === 0, 'no statement is left in the database', undefined, got);
      } finally {
        await unlock();
      }
      await mustRecover(api);
    },
  },
];

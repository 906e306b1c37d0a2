import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { mainService, pause } from '../another-service.ts';
import { mustBeUnavailable, mustRecover } from '../unavailable.ts';
import { drainChecks } from './drain-checks.ts';

/** Time in which a broken connection has been noticed, in milliseconds. */
const NOTICED_MS = 200;

/** Lesson 09: alive and ready are two questions, and the end is a matter of manners. */
export const checks: readonly Check[] = [
  {
    id: 'ready-answers-ok',
    title: 'GET /health/ready answers 200 while the database is there',
    likely: { 404: 'there is no such route', else: 'readiness asks for what is not needed' },
    run: async ({ api }) => {
      expect.status(await api.get('/health/ready'), 200);
    },
  },
  {
    id: 'outlives-its-connections',
    title: 'the process lives on when all its connections to the database break',
    likely: 'the pool tells of a broken connection by an event; without a listener that is fatal',
    needs: ['start'],
    run: async (question) => {
      const { api, service, database } = mainService(question);
      await Promise.all([api.get(api.list), api.get(api.list), api.get(api.list)]);
      database.link.drop();
      await pause(NOTICED_MS);
      expect.that(service.how === null, 'the process lives on', undefined, 'it ended');
      await mustRecover(api);
    },
  },
  {
    id: 'alive-without-a-database',
    title: 'GET /health/live answers 200 while the database is away',
    likely: 'liveness asks the database: all instances would be restarted at once, for nothing',
    needs: ['start'],
    run: async (question) => {
      const { api, database } = mainService(question);
      await database.link.cut();
      expect.status(await api.get('/health/live'), 200, 'a restart would not mend the database');
    },
  },
  {
    id: 'not-ready-without-a-database',
    title: 'GET /health/ready answers 503 while the database is away',
    likely: { 200: 'readiness asks nobody', else: 'the error of the connection is not foreseen' },
    needs: ['start'],
    run: async (question) => {
      const { api, database } = mainService(question);
      await database.link.cut();
      expect.status(await api.get('/health/ready'), 503);
    },
  },
  {
    id: 'away-is-503',
    title: 'every route answers 503 with Retry-After within 5 s while the database is away',
    likely: {
      500: 'the error of the connection is taken for a fault of the code',
      503: 'the answer is not one like all errors, or does not say when to try again',
      else: 'an error of the connection is taken for an answer',
    },
    needs: ['start'],
    seconds: 30,
    run: async (question) => {
      const { api, database } = mainService(question);
      const { id } = await api.given();
      const input = question.items.valid();
      await database.link.cut();
      mustBeUnavailable(await api.get(api.list), 'for a list');
      mustBeUnavailable(await api.get(api.item(id)), 'for one');
      mustBeUnavailable(await api.post(api.list, input), 'for POST');
      mustBeUnavailable(await api.put(api.item(id), input), 'for PUT');
      mustBeUnavailable(await api.delete(api.item(id)), 'for DELETE');
      mustBeUnavailable(await api.get(`${api.item(id)}/comments`), 'for comments');
      const items = [question.items.valid()];
      mustBeUnavailable(await api.post(`${api.list}/imports`, { items }), 'for imports');
    },
  },
  {
    id: 'recovers-by-itself',
    title: 'when the database is back, the service is too, within 10 s and without a restart',
    likely: 'what failed once is remembered: the connection, or the pool, is never made anew',
    needs: ['start'],
    seconds: 30,
    run: async (question) => {
      const { api, database } = mainService(question);
      await api.get(api.list);
      await database.link.cut();
      await api.get(api.list);
      await api.get('/health/ready');
      await database.link.mend();
      await mustRecover(api);
      expect.status(await api.get('/health/ready'), 200);
      expect.status(await api.post(api.list, question.items.valid()), 201, 'as before');
    },
  },
  ...drainChecks,
];

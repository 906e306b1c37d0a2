import type { Api } from '../../../src/checker/api.ts';
import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { Failure } from '../../../src/checker/failure.ts';
import type { Answer } from '../../../src/checker/http/exchange.ts';
import type { Service } from '../../../src/checker/service/service.ts';
import { serviceBeside, pause } from '../another-service.ts';

/** How long the request in flight takes, by the distance of the database, in milliseconds. */
const SLOW_MS = 600;
/** Time in which a signal has been noticed, in milliseconds. */
const NOTICED_MS = 200;
/** What ending may take beyond the time that was granted, in milliseconds. */
const LEEWAY_MS = 1_000;

/** The checks of an end without harm. */
export const drainChecks: readonly Check[] = [
  {
    id: 'term-ends-with-0',
    title: 'SIGTERM ends an idle service with exit code 0 within SHUTDOWN_SECONDS',
    likely: 'nothing handles the signal, or something (a timer, the pool) keeps the process alive',
    needs: ['start'],
    run: async (question) => {
      const { api, service } = await serviceBeside(question, { SHUTDOWN_SECONDS: '2' });
      expect.success(await api.get(api.list));
      service.signal('SIGTERM');
      await mustEndWith0(service, 2_000);
    },
  },
  {
    id: 'flight-is-finished',
    title: 'a request that is under way at SIGTERM is answered before the process ends',
    likely: 'the process ends at once, or the pool is closed before the requests are done',
    needs: ['start'],
    run: async (question) => {
      const { api, service, database } = await serviceBeside(question);
      await warmUp(api);
      database.link.slow(SLOW_MS);
      const answering = settled(api.get(api.list));
      await pause(NOTICED_MS);
      service.signal('SIGTERM');
      const came = await answering;
      if (came instanceof Failure) {
        const got = came.finding.got ?? 'none';
        throw new Failure({ ...came.finding, expected: 'an answer, although SIGTERM came', got });
      }
      expect.status(came, 200, 'for the request under way');
      await mustEndWith0(service, 10_000);
    },
  },
  {
    id: 'draining-takes-no-more',
    title: 'after SIGTERM no new request is taken, while those under way are finished',
    likely: 'the door stays open: new requests keep coming, and are cut off in the end',
    needs: ['start'],
    run: async (question) => {
      const { api, service, database } = await serviceBeside(question);
      await warmUp(api);
      database.link.slow(2 * SLOW_MS);
      const answering = settled(api.get(api.list));
      await pause(NOTICED_MS);
      service.signal('SIGTERM');
      await pause(NOTICED_MS);
      const late = await settled(api.get('/health/live'));
      const isTaken = !(late instanceof Failure) && late.status !== 503;
      const answer = late instanceof Failure ? undefined : late;
      expect.that(!isTaken, 'a refused connection, or 503, after SIGTERM', answer);
      await answering;
    },
  },
  {
    id: 'draining-has-an-end',
    title: 'a request that never ends does not keep the process beyond SHUTDOWN_SECONDS',
    likely: 'ending waits for every request, however long it takes',
    needs: ['start'],
    seconds: 20,
    run: async (question) => {
      const settings = { SHUTDOWN_SECONDS: '1', DATABASE_TIMEOUT_MS: '30000' };
      const { api, service, database } = await serviceBeside(question, settings);
      await api.given();
      database.link.freeze();
      const answering = settled(api.get(api.list));
      await pause(NOTICED_MS);
      service.signal('SIGTERM');
      await mustEndWith0(service, 1_000);
      await answering;
    },
  },
];

/** Connects as often as a list needs, so that only its own questions are slow. */
async function warmUp(api: Api): Promise<void> {
  await Promise.all([api.get(api.list), api.get(api.list)]);
}

async function mustEndWith0(service: Service, grantedMs: number): Promise<void> {
  const expected = `the process ends with exit code 0 within ${grantedMs / 1000} s after SIGTERM`;
  const end = await Promise.race([service.ended, pause(grantedMs + LEEWAY_MS)]);
  if (end === undefined) throw new Failure({ expected, got: 'it goes on running' });
  const how = end.signal ?? `exit code ${end.exitCode}`;
  expect.that(end.exitCode === 0, expected, undefined, `it ended with ${how}`);
}

/** The answer, or the failure to get one, as a value. */
async function settled(asking: Promise<Answer>): Promise<Answer | Failure> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';

/** Lesson 06: three reports of users, each of which has left a line in the log. */
export const checks: readonly Check[] = [
  {
    id: 'oldest-first-is-answered',
    title: 'the list in the order of creation, ?sort=created_at, answers 200',
    likely: 'the times are texts, and something asks them what only a Date can answer',
    run: async ({ api }) => {
      await api.given();
      await api.given();
      expect.status(await api.get(`${api.list}?sort=created_at`), 200);
    },
  },
  {
    id: 'retries-are-answered',
    title: 'a request that is sent again with its X-Request-Id is answered again',
    likely: 'something remembers every id, and takes the second one for a mistake',
    run: async ({ api, random }) => {
      const headers = [['X-Request-Id', `retry-${random.word(12)}`]] as const;
      for (const time of ['first', 'second']) {
        const answer = await api.send({ method: 'GET', path: api.list, headers });
        expect.status(answer, 200, `the ${time} time`);
      }
    },
  },
  {
    id: 'debug-level-is-harmless',
    title: 'with LOG_LEVEL=debug the service answers as it does without',
    likely: 'a line that only logs reads what is not always there, such as the body of a GET',
    needs: ['start'],
    run: async ({ api, service }) => {
      const { service: talkative, start } = await service.launchBeside({ LOG_LEVEL: 'debug' });
      expect.that(start.end === 'ready', 'a process that answers', undefined, `it is ${start.end}`);
      expect.status(await api.at(talkative.address).get(api.list), 200);
    },
  },
];

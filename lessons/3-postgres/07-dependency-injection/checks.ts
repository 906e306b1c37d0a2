import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { boundedService } from '../another-service.ts';

const BOUND = 2;
const ROUNDS = 6;

/** Lesson 07: what is needed is handed in, from one place. */
export const checks: readonly Check[] = [
  {
    id: 'one-pool-for-all',
    title: 'all routes together keep to the bound of DATABASE_POOL_MAX',
    likely: 'more than one place opens a pool: each module, or each request, has its own',
    needs: ['start'],
    run: async (question) => {
      const { api, database } = await boundedService(question, BOUND);
      const { id } = await api.given();
      const ready = '/health/ready';
      const paths = [api.list, api.item(id), `${api.item(id)}/comments`, ready];
      const asked = Array.from({ length: ROUNDS }, () => paths).flat();
      const answers = await Promise.all(asked.map((path) => api.get(path)));
      // What readiness answers is a lesson to come.
      for (const [at, answer] of answers.entries()) {
        if (asked[at] !== ready) expect.status(answer, 200);
      }
      const { most } = database.link.counted;
      expect.that(most > 0, 'a service that works on DATABASE_URL', undefined, 'it never connects');
      const expected = `at most ${BOUND} connections at once`;
      expect.that(most <= BOUND, expected, undefined, `there were ${most}`);
    },
  },
];

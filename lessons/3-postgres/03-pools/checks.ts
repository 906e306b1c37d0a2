import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { anotherService, boundedService } from '../another-service.ts';
import { timeoutChecks } from './timeout-checks.ts';

const BOUND = 3;
const REQUESTS = 24;
const ERRORS = 10;

/** Lesson 03: connections are few, lent for a moment, and come back. */
export const checks: readonly Check[] = [
  {
    id: 'connections-are-reused',
    title: 'requests one after the other share connections to the database',
    likely: 'each request connects anew, or makes a pool of its own',
    needs: ['start'],
    run: async (question) => {
      const { api, database } = await boundedService(question, BOUND);
      for (let asked = 0; asked < REQUESTS; asked++) expect.success(await api.get(api.list));
      const { opened } = database.link.counted;
      const got = `${REQUESTS} requests opened ${opened}`;
      expect.that(opened <= BOUND, `at most ${BOUND} connections are opened`, undefined, got);
    },
  },
  {
    id: 'pool-keeps-its-bound',
    title: 'with DATABASE_POOL_MAX=3 there are never more than three connections',
    likely: 'the setting does not reach the pool, which has a bound of its own or none',
    needs: ['start'],
    run: async (question) => {
      const { api, database } = await boundedService(question, BOUND);
      const asked = Array.from({ length: REQUESTS }, () => api.get(api.list));
      for (const answer of await Promise.all(asked)) expect.status(answer, 200);
      const { most } = database.link.counted;
      const expected = `at most ${BOUND} connections at once`;
      expect.that(most <= BOUND, expected, undefined, `there were ${most}`);
    },
  },
  {
    id: 'errors-give-connections-back',
    title: 'after ten requests that fail the service has as many connections as before',
    likely: 'a connection is given back only where all goes well: each error keeps one for ever',
    needs: ['start'],
    seconds: 40,
    run: async (question) => {
      const { items, resource } = question;
      const settings = { DATABASE_POOL_MAX: String(BOUND), DATABASE_TIMEOUT_MS: '1000' };
      const { api } = await anotherService(question, settings);
      const [taken, mine] = [await api.given(), await api.given()];
      const clash = { [resource.key.name]: taken[resource.key.name] };
      for (let failed = 0; failed < ERRORS; failed++) {
        await api.put(api.item(mine.id), items.valid(clash));
        await api.post(`${api.list}/imports`, { items: [items.valid(), items.valid(clash)] });
        await api.post(`${api.missing}/comments`, { body: 'to nobody' });
      }
      expect.status(await api.get(api.list), 200, 'afterwards');
      const made = await api.post(`${api.list}/imports`, { items: [items.valid()] });
      expect.status(made, 201, 'for an import afterwards');
    },
  },
  ...timeoutChecks,
];

import type { Api } from '../../../src/checker/api.ts';
import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { mainService, pause } from '../another-service.ts';

const WRITERS = 10;
const ROUNDS = 3;
/** Ten writers that block for a twentieth of a second each are noticed; a slow machine is not. */
const LIVE_WITHIN_MS = 400;
const ITEMS = 25;
/** How far away the database is put, in milliseconds. */
const FAR_MS = 40;
/** Questions that a page may put to the database one after the other, whatever its length. */
const QUESTIONS_IN_TURN = 8;

/** Lesson 02: while one request waits, the others go on. */
export const checks: readonly Check[] = [
  {
    id: 'writers-block-nobody',
    title: 'while ten {items} are written and ten imported, GET /health/live is answered at once',
    likely: 'a call of the handler works, or sleeps, without letting go: nobody else has a turn',
    run: async ({ api, items }) => {
      const times: number[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        const writing = Array.from({ length: WRITERS }, () => [
          api.post(api.list, items.valid()),
          api.post(`${api.list}/imports`, { items: [items.valid()] }),
        ]).flat();
        await pause(5);
        times.push((await api.get('/health/live')).milliseconds);
        await Promise.all(writing);
      }
      const best = Math.min(...times);
      const expected = `GET /health/live is answered within ${LIVE_WITHIN_MS} ms meanwhile`;
      expect.that(best < LIVE_WITHIN_MS, expected, undefined, `it took ${Math.round(best)} ms`);
    },
  },
  {
    id: 'longer-lists-wait-no-longer',
    title: `a list of ${ITEMS} {items} asks the database no more often than a list of one`,
    likely: 'each {item} of the page is looked up again, one after the other: await in a loop',
    needs: ['start'],
    run: async (question) => {
      const { api, database } = mainService(question);
      for (let made = 0; made < ITEMS; made++) {
        const { id } = await api.given();
        await api.post(`${api.item(id)}/comments`, { body: 'first' });
      }
      database.link.slow(FAR_MS);
      await timeOf(api, 1);
      const [short, long] = [await timeOf(api, 1), await timeOf(api, ITEMS)];
      const got = `with the database ${FAR_MS} ms away, one takes ${short} ms, ${ITEMS} take ${long} ms`;
      const isEven = long - short < QUESTIONS_IN_TURN * FAR_MS;
      expect.that(isEven, 'about the same time for both', undefined, got);
    },
  },
];

/** Milliseconds that a page of so many items takes, the newest first. */
async function timeOf(api: Api, limit: number): Promise<number> {
  const answer = await api.get(`${api.list}?sort=-id&limit=${limit}`);
  expect.status(answer, 200);
  return Math.round(answer.milliseconds);
}

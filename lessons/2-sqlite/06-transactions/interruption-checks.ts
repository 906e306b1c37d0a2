import type { Check } from '../../../src/checker/check.ts';
import { DatabaseFile } from '../../../src/checker/database/database-file.ts';
import * as expect from '../../../src/checker/expect.ts';
import { importAll, totalOf } from '../imports.ts';

const IMPORT = 50;
const IMPORTS_AT_ONCE = 6;
const KILLS = 3;
/** Longest time from the beginning of the imports to the kill, in milliseconds. */
const KILLED_WITHIN_MS = 60;
const WRITERS = 10;
/** How long somebody else keeps the database, in milliseconds. */
const KEPT_MS = 400;

/** The checks of what happens in the midst of writing. */
export const interruptionChecks: readonly Check[] = [
  {
    id: 'killed-imports-leave-nothing',
    title: 'after kill -9 in the midst of imports each of them is there whole, or not at all',
    likely:
      'the items are stored one by one: what stands between BEGIN and COMMIT is all or nothing',
    needs: ['start'],
    seconds: 30,
    run: async ({ api, items, random, service }) => {
      for (let kill = 0; kill < KILLS; kill++) {
        const before = await totalOf(api);
        const importing = Array.from({ length: IMPORTS_AT_ONCE }, () => {
          const inputs = Array.from({ length: IMPORT }, () => items.minimal());
          return importAll(api, inputs).catch(() => null);
        });
        await pause(random.between(KILLED_WITHIN_MS / 4, KILLED_WITHIN_MS));
        await service.restart('SIGKILL');
        const promised = (await Promise.all(importing)).filter((answer) => answer?.status === 201);
        const more = (await totalOf(api)) - before;
        const isWhole = more % IMPORT === 0;
        expect.that(isWhole, 'each import whole or not at all', undefined, 'one is there by half');
        const isKept = more >= promised.length * IMPORT;
        const lost = 'one is gone, and its 201 was sent';
        expect.that(isKept, 'each import whose 201 was sent before the kill', undefined, lost);
      }
    },
  },
  {
    id: 'writers-wait-for-each-other',
    title: 'while another program writes, ten POSTs wait for it, and none is an error',
    likely: '"database is locked": without a busy timeout SQLite does not wait, it refuses',
    needs: ['start'],
    until: 2,
    run: async ({ api, items, service }) => {
      const posts = await DatabaseFile.within(service.data, (file) =>
        file.whileLocked(async () => {
          const begun = Array.from({ length: WRITERS }, () => api.post(api.list, items.valid()));
          await pause(KEPT_MS);
          return { begun };
        }),
      );
      for (const answer of await Promise.all(posts.begun)) {
        expect.status(answer, 201, `while the database was kept for ${KEPT_MS} ms`);
      }
    },
  },
];

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

import type { Check } from '../../../src/checker/check.ts';
import type { DatabaseLink } from '../../../src/checker/database/link.ts';
import * as expect from '../../../src/checker/expect.ts';
import { NotRunnable } from '../../../src/checker/failure.ts';
import { lastWords } from '../../../src/checker/service/run-command.ts';
import { pause, serviceBeside } from '../another-service.ts';

const INSTANCES = 3;
/** Time in which each of them has a connection, in milliseconds, and how often it is looked. */
const CONNECTED_WITHIN_MS = 10_000;
const LOOKED_EVERY_MS = 20;

/** Lesson 04: the schema changes while others are at work. */
export const checks: readonly Check[] = [
  {
    id: 'migrations-at-once-are-safe',
    title: 'three instances that migrate a new database at the same moment all succeed',
    likely:
      'each of them finds no table and makes it: only a lock in the database lets one go first',
    needs: ['start', 'real-postgres'],
    seconds: 30,
    run: async (question) => {
      const { service } = question;
      const { settings, database } = await service.unmigrated();
      const { link } = database!;
      const migrateAll = () =>
        Promise.all(Array.from({ length: INSTANCES }, () => service.migrate(settings)));
      for (const result of await startTogether(link, migrateAll)) {
        if (result === null) throw new NotRunnable('it needs the migrate command: --migrate');
        const got = `exit code ${result.exitCode}: ${lastWords(result)}`;
        expect.that(result.exitCode === 0, 'every migration ends with exit code 0', undefined, got);
      }
      const { api } = await serviceBeside(question, settings);
      expect.status(await api.post(api.list, question.items.valid()), 201, 'afterwards');
    },
  },
];

/** Lets none of them ask the database anything before all have a connection to it. */
async function startTogether<Came>(link: DatabaseLink, start: () => Promise<Came>): Promise<Came> {
  link.count();
  link.freeze();
  const came = start();
  await Promise.race([came, allConnected(link)]);
  await link.mend();
  return came;
}

async function allConnected(link: DatabaseLink): Promise<void> {
  const since = performance.now();
  while (link.counted.opened < INSTANCES && performance.now() - since < CONNECTED_WITHIN_MS) {
    await pause(LOOKED_EVERY_MS);
  }
}

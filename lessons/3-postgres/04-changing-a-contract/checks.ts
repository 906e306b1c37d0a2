import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { NotRunnable } from '../../../src/checker/failure.ts';
import { lastWords } from '../../../src/checker/service/run-command.ts';
import { serviceBeside } from '../another-service.ts';

const INSTANCES = 3;

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
      const settings = await question.service.unmigrated();
      const starts = Array.from({ length: INSTANCES }, () => question.service.migrate(settings));
      for (const result of await Promise.all(starts)) {
        if (result === null) throw new NotRunnable('it needs the migrate command: --migrate');
        const got = `exit code ${result.exitCode}: ${lastWords(result)}`;
        expect.that(result.exitCode === 0, 'every migration ends with exit code 0', undefined, got);
      }
      const { api } = await serviceBeside(question, settings);
      expect.status(await api.post(api.list, question.items.valid()), 201, 'afterwards');
    },
  },
];

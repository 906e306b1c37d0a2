import type { Check, Question } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { NotRunnable } from '../../../src/checker/failure.ts';
import { lastWords } from '../../../src/checker/service/run-command.ts';
import type { RunResult } from '../../../src/system/process.ts';
import { mainService } from '../another-service.ts';

/** Lesson 08: tests with a real database, and with that one only. */
export const checks: readonly Check[] = [
  {
    id: 'tests-have-their-own-database',
    title: 'the project’s tests pass, touch no row of DATABASE_URL, and leave no database behind',
    likely: 'the tests work on the database of the developer, or do not tidy up',
    needs: ['start', 'project', 'patience', 'real-postgres'],
    seconds: 120,
    run: async (question) => {
      const { api, database } = mainService(question);
      const { id } = await api.given();
      const before = await namesOf(database);
      mustPass(await test(question), 'the tests pass');
      expect.status(await api.get(api.item(id)), 200, 'a row of DATABASE_URL is still there');
      const left = (await namesOf(database)).filter((name) => !before.includes(name));
      const got = `left behind: ${left.length}, ${left.join(', ')}`;
      expect.that(left.length === 0, 'no database is left behind', undefined, got);
    },
  },
  {
    id: 'tests-may-run-at-once',
    title: 'two runs of the project’s tests at the same time do not disturb one another',
    likely: 'both use a database, a row or a port of the same name',
    needs: ['start', 'project', 'patience', 'real-postgres'],
    seconds: 180,
    run: async (question) => {
      const mustEndWell = async () => mustPass(await test(question), 'both runs pass');
      const runs = await Promise.allSettled([mustEndWell(), mustEndWell()]);
      for (const result of runs) if (result.status === 'rejected') throw result.reason;
    },
  },
];

function test(question: Question): Promise<RunResult | null> {
  const { database } = mainService(question);
  const settings = { DATABASE_URL: database.url, TEST_DATABASE_URL: database.url };
  return question.service.test(settings);
}

function mustPass(result: RunResult | null, expected: string): void {
  if (result === null) throw new NotRunnable('it needs the test command of the project');
  expect.that(result.exitCode === 0, expected, undefined, lastWords(result));
}

/** Databases of the server, besides those of this and of other checks. */
async function namesOf(database: ReturnType<typeof mainService>['database']): Promise<string[]> {
  const rows = await database.query<{ name: string }>('SELECT datname AS name FROM pg_database');
  return rows.map(({ name }) => name).filter((name) => !name.startsWith('create_backend_check_'));
}

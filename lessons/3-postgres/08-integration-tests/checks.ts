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
    title: 'the project’s tests touch no row of DATABASE_URL, and leave no database behind',
    likely: 'the tests work on the database of the developer, or leave one of their own behind',
    needs: ['start', 'project', 'tests', 'patience', 'real-postgres'],
    seconds: 240,
    run: async (question) => {
      const { api, database } = mainService(question);
      const { id } = await api.given();
      const before = await namesOf(database);
      const tests = await runTests(question);
      expect.status(await api.get(api.item(id)), 200, 'a row of DATABASE_URL is still there');
      const left = (await namesOf(database)).filter((name) => !before.includes(name));
      const got = `left behind: ${left.length}, ${left.join(', ')}`;
      expect.that(left.length === 0, 'no database is left behind', undefined, got);
      mustPassAlone(tests);
    },
  },
  {
    id: 'tests-may-run-at-once',
    title: 'two runs of the project’s tests at the same time do not disturb one another',
    likely: 'both use a database, a row or a port of the same name',
    needs: ['start', 'project', 'tests', 'patience', 'real-postgres'],
    seconds: 360,
    run: async (question) => {
      const runs = await Promise.all([runTests(question), runTests(question)]);
      const disturbed = runs.find(({ exitCode }) => exitCode !== 0);
      if (disturbed === undefined) return;
      mustPassAlone(await runTests(question));
      expect.that(false, 'both runs pass', undefined, lastWords(disturbed));
    },
  },
];

function runTests(question: Question): Promise<RunResult> {
  const { database } = mainService(question);
  const settings = { DATABASE_URL: database.url, TEST_DATABASE_URL: database.url };
  return question.service.test(settings);
}

/** Tests that fail anyway tell nothing of what they do to one another, or to a database. */
function mustPassAlone(tests: RunResult): void {
  if (tests.exitCode === 0) return;
  throw new NotRunnable('it needs tests that pass: see what fails with the test command');
}

/** Databases of the server, besides those of this and of other checks. */
async function namesOf(database: ReturnType<typeof mainService>['database']): Promise<string[]> {
  const rows = await database.query<{ name: string }>('SELECT datname AS name FROM pg_database');
  return rows.map(({ name }) => name).filter((name) => !name.startsWith('create_backend_check_'));
}

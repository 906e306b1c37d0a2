import type { Check, Question } from '../../../src/checker/check.ts';
import { DatabaseFile } from '../../../src/checker/database/database-file.ts';
import * as expect from '../../../src/checker/expect.ts';
import { NotRunnable } from '../../../src/checker/failure.ts';
import type { Settings } from '../../../src/checker/service/control.ts';
import { lastWords } from '../../../src/checker/service/run-command.ts';
import { askable } from '../further-service.ts';
import { historyChecks } from './history-checks.ts';

/** Lesson 03: the schema changes, and the data stay. */
export const checks: readonly Check[] = [
  {
    id: 'migrating-twice-is-harmless',
    title: 'migrating a second time ends well, and changes nothing',
    likely: 'nothing is written down of what has run: the second time everything runs again',
    needs: ['start'],
    until: 2,
    run: async (question) => {
      const data = await migrated(question);
      const before = await DatabaseFile.within(data, (file) => file.schema);
      await mustMigrate(question, data, 'the second time');
      const after = await DatabaseFile.within(data, (file) => file.schema);
      expect.same(after, before, 'the schema after the second time');
    },
  },
  {
    id: 'migrating-keeps-the-data',
    title: 'migrating a file with data in it loses none of them',
    likely: 'the tables are dropped and made anew: it works as long as nobody has any data',
    needs: ['start'],
    seconds: 30,
    run: async (question) => {
      const data = await migrated(question);
      const first = await startOn(question, data);
      const item = await first.api.given();
      await first.service.stop();
      await mustMigrate(question, data, 'with data in the file');
      const { api } = await startOn(question, data);
      const answer = await api.get(api.item(item.id));
      expect.status(answer, 200, 'after migrating once more');
      expect.same(answer.json, item, 'the item afterwards', answer);
    },
  },
  ...historyChecks,
];

/** Settings that lead to data that were migrated once. */
async function migrated(question: Question): Promise<Settings> {
  const { settings: data } = await question.service.unmigrated();
  await mustMigrate(question, data, 'the first time');
  return data;
}

async function mustMigrate({ service }: Question, data: Settings, when: string): Promise<void> {
  const result = await service.migrate(data);
  if (result === null) {
    throw new NotRunnable('it runs the migrate command: give it by --migrate');
  }
  const expected = `the migrate command ends with exit code 0 ${when}`;
  const got = `exit code ${result.exitCode}: ${lastWords(result)}`;
  expect.that(result.exitCode === 0, expected, undefined, got);
}

async function startOn(question: Question, data: Settings) {
  return askable(question, await question.service.launch(data));
}

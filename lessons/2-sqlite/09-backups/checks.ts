import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Check, Question } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import type { CopyCommand } from '../../../src/checker/service/commands.ts';
import type { Settings } from '../../../src/checker/service/control.ts';
import { lastWords } from '../../../src/checker/service/run-command.ts';
import { givenComment } from '../comments.ts';
import { askable, furtherService, type FurtherService } from '../further-service.ts';
import { totalOf } from '../imports.ts';

const ITEMS = 30;
const COPY = 'copy.sqlite';

/** Lesson 09: a copy is a backup once it has been restored. */
export const checks: readonly Check[] = [
  {
    id: 'backup-makes-a-copy',
    title: 'the backup command makes a copy while the service is serving',
    likely: 'the copy goes to a place in the code, or the command waits for the service to end',
    needs: ['start'],
    until: 2,
    run: async (question) => {
      const { api, data } = await furtherService(question, {});
      await api.given();
      const copy = await mustRun(question, 'backup', data);
      const isThere = await access(copy).then(
        () => true,
        () => false,
      );
      expect.that(isThere, 'a copy in the file that was named', undefined, 'there is no such file');
      expect.status(await api.post(api.list, question.items.valid()), 201, 'it goes on serving');
    },
  },
  {
    id: 'live-backup-is-whole',
    title: 'a backup that is made in the midst of writing has everything acknowledged before it',
    likely: 'the file is copied while the newest writes are still in the log beside it (-wal)',
    needs: ['start'],
    until: 2,
    seconds: 30,
    run: async (question) => {
      const first = await furtherService(question, {});
      const { api, data } = first;
      for (let made = 0; made < ITEMS; made++) await api.given();
      const writing = Array.from({ length: ITEMS }, () =>
        api.post(api.list, question.items.valid()),
      );
      const copy = await mustRun(question, 'backup', data);
      await Promise.all(writing);
      const again = await restored(question, first, copy, data);
      const total = await totalOf(again.api);
      const got = `${total} items`;
      expect.that(total >= ITEMS, `the ${ITEMS} items from before the backup`, undefined, got);
    },
  },
  {
    id: 'restore-brings-back',
    title: 'after a restore everything is as it was at the backup',
    likely: 'it was never tried: the copy is put where nobody reads it, or beside an old log file',
    needs: ['start'],
    until: 2,
    seconds: 30,
    run: async (question) => {
      const first = await furtherService(question, {});
      const { api, data } = first;
      const item = await api.given();
      await givenComment(api, item.id);
      const copy = await mustRun(question, 'backup', data);
      const wanted = await api.stored(item.id);
      await api.delete(api.item(item.id));
      const later = await api.given();
      const again = await restored(question, first, copy, data);
      const found = await again.api.get(again.api.item(item.id));
      expect.status(found, 200, 'it was there at the backup');
      expect.same(found.json, wanted, 'the item after the restore', found);
      const gone = await again.api.get(again.api.item(later.id));
      expect.that(
        expect.object(gone)['id'] !== later.id,
        'no item that was made after the backup',
        gone,
      );
    },
  },
];

/** Runs the command, and answers the file of the copy. */
async function mustRun(
  { service }: Question,
  command: CopyCommand,
  data: Settings,
  file?: string,
): Promise<string> {
  const copy = file ?? join(await service.scratch(), COPY);
  const result = await service.run(command, data, copy);
  const expected = `the ${command} command ends with exit code 0`;
  const got = `exit code ${result.exitCode}: ${lastWords(result)}`;
  expect.that(result.exitCode === 0, expected, undefined, got);
  return copy;
}

/** Ends the service, brings the copy back, and starts it again on the same data. */
async function restored(
  question: Question,
  { service }: FurtherService,
  copy: string,
  data: Settings,
): Promise<FurtherService> {
  await service.stop();
  await mustRun(question, 'restore', data, copy);
  return askable(question, await question.service.launch(data));
}

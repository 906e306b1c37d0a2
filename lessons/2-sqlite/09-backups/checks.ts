import { access } from 'node:fs/promises';
import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { furtherService } from '../further-service.ts';
import { totalOf } from '../imports.ts';
import { mustBringBack, mustRun, restored } from './copies.ts';

const ITEMS = 30;

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
      const got = `${total} items after the restore`;
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
    run: mustBringBack,
  },
];

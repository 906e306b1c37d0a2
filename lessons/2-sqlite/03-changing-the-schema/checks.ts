import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';

/** Lesson 03: the schema changes, and the data stays. */
export const checks: readonly Check[] = [
  {
    id: 'migrating-twice-is-harmless',
    title: 'migrating a database that is up to date succeeds and changes nothing',
    likely: 'every migration runs every time, because nothing keeps a list of those that have run',
    needs: ['start'],
    run: async ({ api, service }) => {
      const item = await api.given();
      await service.restart('SIGTERM', () => service.command('migrate'));
      const answer = await api.get(api.item(item.id));
      expect.status(answer, 200, 'after another migration');
      expect.same(answer.json, item, 'the item', answer);
    },
  },
];

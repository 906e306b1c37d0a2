import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';

/** Lesson 01: what was acknowledged is still there tomorrow. */
export const checks: readonly Check[] = [
  {
    id: 'data-survives-a-restart',
    title: 'what was created is still there after the service was stopped and started',
    likely: {
      404: 'the items are in memory, in a temporary folder, or in a new file at each start',
      else: 'something is lost on the way to the file and back',
    },
    needs: ['start'],
    run: async ({ api, service }) => {
      const item = await api.given();
      await service.restart('SIGTERM');
      const answer = await api.get(api.item(item.id));
      expect.status(answer, 200, 'after a restart');
      expect.same(answer.json, item, 'the item after a restart', answer);
    },
  },
  {
    id: 'data-survives-a-kill',
    title: 'what was answered with 201 is still there after the process was killed',
    likely: 'the answer goes out before the change is written, or changes are written now and then',
    needs: ['start'],
    run: async ({ api, service }) => {
      const items = [await api.given(), await api.given(), await api.given()];
      await service.restart('SIGKILL');
      for (const { id } of items) expect.status(await api.get(api.item(id)), 200, 'after a kill');
    },
  },
  {
    id: 'ids-go-on-after-a-restart',
    title: 'the id of a deleted {item} is not given again after a restart either',
    likely: 'the next id is the highest one plus one, which a delete takes back',
    needs: ['start'],
    run: async ({ api, service }) => {
      const deleted = await api.given();
      await api.delete(api.item(deleted.id));
      await service.restart('SIGTERM');
      const next = await api.given();
      const got = `the deleted item had ${deleted.id}, the next one has ${next.id}`;
      expect.that(Number(next.id) > Number(deleted.id), 'a higher id', undefined, got);
    },
  },
];

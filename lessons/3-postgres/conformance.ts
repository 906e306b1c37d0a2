import type { Check } from '../../src/checker/check.ts';
import * as expect from '../../src/checker/expect.ts';
import { farAway } from './far-away.ts';

/** What belongs to no lesson of the stage. */
export const conformance: readonly Check[] = [
  {
    id: 'imports-at-once-end-well',
    title: 'two imports of the same {items} in opposite order: one 201 at most, and never a 500',
    likely: 'each waits for the other; the database ends one of them, and nobody foresaw that',
    needs: ['start', 'real-postgres'],
    seconds: 20,
    run: async (question) => {
      const { api } = question;
      const { total: before } = expect.object(await api.get(api.list));
      await farAway(question);
      const inputs = Array.from({ length: 3 }, () => question.items.valid());
      const orders = [inputs, inputs.toReversed()];
      const answers = await Promise.all(
        orders.map((items) => api.post(`${api.list}/imports`, { items })),
      );
      for (const answer of answers) expect.status(answer, [201, 409, 503]);
      const done = answers.filter(({ status }) => status === 201).length;
      const { total } = expect.object(await api.get(api.list));
      expect.that(done <= 1, 'one import at most goes through', answers[0], 'both did');
      const wanted = Number(before) + done * inputs.length;
      expect.same(total, wanted, `\`total\` after ${done} imports that went through`);
    },
  },
];

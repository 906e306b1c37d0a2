import type { Check, Question } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';

const RACES = 5;

/** Lesson 08: the two rules of the business, whatever route asks. */
export const checks: readonly Check[] = [
  {
    id: 'taken-key-is-409',
    title: 'POST of a {key} that another {item} has answers 409',
    likely: {
      201: 'nothing looks whether there is one already',
      else: 'the clash is noticed, and the error is answered like any other',
    },
    run: async ({ api, items, resource }) => {
      const { name } = resource.key;
      const item = await api.given();
      expect.status(await api.post(api.list, items.valid({ [name]: item[name] })), 409);
    },
  },
  {
    id: 'taken-key-is-409-for-put',
    title: 'PUT of a {key} that another {item} has answers 409',
    likely: 'the rule stands in the handler of POST; in the service it would hold for all',
    run: async ({ api, items, resource }) => {
      const { name } = resource.key;
      const [taken, mine] = [await api.given(), await api.given()];
      const answer = await api.put(api.item(mine.id), items.valid({ [name]: taken[name] }));
      expect.status(answer, 409);
      expect.same((await api.stored(mine.id))[name], mine[name], `\`${name}\` afterwards`);
    },
  },
  {
    id: 'taken-key-is-409-for-patch',
    title: 'PATCH to a {key} that another {item} has answers 409',
    likely: 'the rule stands in the handlers of POST and PUT; PATCH was forgotten',
    run: async ({ api, resource }) => {
      const { name } = resource.key;
      const [taken, mine] = [await api.given(), await api.given()];
      expect.status(await api.patch(api.item(mine.id), { [name]: taken[name] }), 409);
    },
  },
  {
    id: 'left-key-is-free',
    title: 'a {key} is free again when its {item} was deleted or has got another one',
    likely: 'the keys are remembered beside the items, and not forgotten with them',
    run: async ({ api, items, resource }) => {
      const { name } = resource.key;
      const [deleted, renamed] = [await api.given(), await api.given()];
      await api.delete(api.item(deleted.id));
      await api.patch(api.item(renamed.id), { [name]: items.key() });
      for (const { [name]: key } of [deleted, renamed]) {
        const answer = await api.post(api.list, items.valid({ [name]: key }));
        expect.that(answer.status !== 409, 'the key can be used again', answer);
      }
    },
  },
  {
    id: 'one-of-two-wins',
    title: 'of two POSTs at once with one {key}, exactly one answers 201 and the other 409',
    likely: 'look first, wait, then store: between the two steps the other request does the same',
    run: async ({ api, items }) => {
      for (let race = 0; race < RACES; race++) {
        const input = items.valid();
        const answers = await Promise.all([api.post(api.list, input), api.post(api.list, input)]);
        const statuses = answers.map(({ status }) => status).sort();
        const got = `the two answers are ${statuses.join(' and ')}`;
        const isFair = statuses[0]! < 300 && statuses[1] === 409;
        expect.that(isFair, 'one 201 and one 409', answers[1], got);
      }
    },
  },
  {
    id: 'closing-may-change-too',
    title: 'one PATCH may change an open {item} and close it',
    likely: 'the rule looks at what the item becomes, and not at what it was',
    run: async ({ api, items, resource }) => {
      const item = await api.given();
      const { field, value } = items.change(item);
      const patch = { [field.name]: value, [resource.closes.name]: true };
      const answer = await api.patch(api.item(item.id), patch);
      expect.status(answer, 200);
      expect.same(
        expect.object(answer)[resource.closes.name],
        true,
        `\`${resource.closes.name}\``,
        answer,
      );
    },
  },
  {
    id: 'closed-stays-as-it-is',
    title: 'PATCH of a closed {item} answers 409 and changes nothing',
    likely: 'nothing asks whether the {item} is closed ({closes} is true)',
    run: async (question) => {
      const { api, items } = question;
      const item = await closedItem(question);
      const { field, value } = items.change(item);
      expect.status(await api.patch(api.item(item.id), { [field.name]: value }), 409);
      expect.same(await api.stored(item.id), item, 'the item afterwards');
    },
  },
  {
    id: 'closed-stays-for-put',
    title: 'PUT that leaves {an item} closed and changes it answers 409',
    likely: 'the rule stands in the handler of PATCH; in the service it would hold for both',
    run: async (question) => {
      const { api, items, resource } = question;
      const item = await closedItem(question);
      const input = items.valid({ [resource.closes.name]: true });
      expect.status(await api.put(api.item(item.id), input), 409);
      expect.same(await api.stored(item.id), item, 'the item afterwards');
    },
  },
  {
    id: 'harmless-repeat-is-fine',
    title: 'PUT and PATCH that change nothing of a closed {item} answer 200',
    likely: 'closed is taken for untouchable; a client that repeats itself has done no harm',
    run: async (question) => {
      const { api, resource } = question;
      const item = await closedItem(question);
      const same = Object.fromEntries(resource.fields.map(({ name }) => [name, item[name]]));
      expect.status(await api.patch(api.item(item.id), { [resource.closes.name]: true }), 200);
      expect.status(await api.put(api.item(item.id), same), 200, 'for the very same item');
    },
  },
  {
    id: 'reopening-is-allowed',
    needs: ['admin'],
    title: 'a closed {item} can be reopened, and then be changed',
    likely: 'the rule refuses every change of a closed item, the reopening too',
    run: async (question) => {
      const { api, items, resource } = question;
      const item = await closedItem(question);
      const reopened = await api.patch(api.item(item.id), { [resource.closes.name]: false });
      expect.status(reopened, 200);
      const { field, value } = items.change(item);
      expect.status(await api.patch(api.item(item.id), { [field.name]: value }), 200, 'afterwards');
    },
  },
];

async function closedItem({ api, resource }: Question): Promise<expect.Json & { id: unknown }> {
  const { id } = await api.given();
  await api.patch(api.item(id), { [resource.closes.name]: true });
  return { ...(await api.stored(id)), id };
}

import type { Check, Question } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { NotRunnable } from '../../../src/checker/failure.ts';
import type { Answer } from '../../../src/checker/http/exchange.ts';
import { farAway } from '../far-away.ts';
import { ifVersion, versionOf } from './versions.ts';

/** The checks of several writers at the same moment. */
export const raceChecks: readonly Check[] = [
  {
    id: 'one-version-changes-once',
    title: 'of two PATCHes at once with the same If-Match, one answers 200 and the other 412',
    likely: 'the version is compared first and the change made later: both find what they expect',
    needs: ['start', 'real-postgres'],
    run: async (question) => {
      const { api } = question;
      await farAway(question);
      const item = await api.given();
      const version = await versionOf(api, item.id);
      const path = api.item(item.id);
      const change = () => {
        const { field, value } = question.items.change(item);
        return ifVersion(api, version, { method: 'PATCH', path, json: { [field.name]: value } });
      };
      const answers = [change(), change()];
      mustDivide(await Promise.all(answers), 200, 412);
    },
  },
  {
    id: 'changes-at-once-both-count',
    title: 'two PATCHes at once of two fields of one {item} are both there afterwards',
    likely: 'the whole {item} is read, changed and written back: the second one undoes the first',
    needs: ['start', 'real-postgres'],
    run: async (question) => {
      const { api } = question;
      await farAway(question);
      const item = await api.given();
      const { field, value } = question.items.change(item);
      const { key } = question.resource;
      if (field === key) throw new NotRunnable('the resource has one field that can be changed');
      const patches = [{ [field.name]: value }, { [key.name]: question.items.key() }];
      const path = api.item(item.id);
      const answers = await Promise.all(patches.map((patch) => api.patch(path, patch)));
      for (const answer of answers) expect.status(answer, 200);
      expect.same(await api.stored(item.id), await merged(question, item.id, patches), 'the item');
    },
  },
  {
    id: 'renames-at-once-clash',
    title: 'of two {items} that get the same {key} at once, one answers 200 and the other 409',
    likely: {
      500: 'the key was free when it was looked for; the refusal of the database is not foreseen',
      else: 'nothing in the database says that the key is unique',
    },
    needs: ['start', 'real-postgres'],
    run: async (question) => {
      const { api } = question;
      await farAway(question);
      const [one, other] = [await api.given(), await api.given()];
      const rename = { [question.resource.key.name]: question.items.key() };
      const answers = [one, other].map(({ id }) => api.patch(api.item(id), rename));
      mustDivide(await Promise.all(answers), 200, 409);
    },
  },
];

function mustDivide(answers: readonly Answer[], won: number, lost: number): void {
  const statuses = answers.map(({ status }) => status).sort();
  const got = `the two answers are ${statuses.join(' and ')}`;
  const isFair = statuses[0] === won && statuses[1] === lost;
  const odd = answers.find(({ status }) => status >= 500) ?? answers[1];
  expect.that(isFair, `one ${won} and one ${lost}`, odd, got);
}

async function merged({ api }: Question, id: unknown, patches: readonly object[]): Promise<object> {
  return Object.assign({}, await api.stored(id), ...patches);
}

import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import type { Answer } from '../../../src/checker/http/exchange.ts';
import { earlierRowsCheck } from './earlier-rows-check.ts';
import { listChecks } from './list-checks.ts';

/** Lesson 04: what is whose. */
export const checks: readonly Check[] = [
  {
    id: 'strangers-read-nothing',
    title: 'GET of another user’s {item} answers 404, like one that does not exist',
    likely: {
      200: 'the query looks for the id alone: whoever counts upwards reads everything',
      403: 'the refusal tells that there is such {an item}; 404 tells nothing',
      else: 'the owner is no part of the query',
    },
    run: async ({ people }) => {
      const [owner, other] = [await people.newcomer(), await people.newcomer()];
      const { id } = await owner.api.given();
      const foreign = await other.api.get(other.api.item(id));
      expect.status(foreign, 404);
      const missing = await other.api.get(other.api.missing);
      expect.same(essence(foreign), essence(missing), 'the answer', foreign);
    },
  },
  {
    id: 'strangers-change-nothing',
    title: 'PUT and PATCH of another user’s {item} answer 404 and change nothing',
    likely: 'reading asks for the owner, and changing does not',
    run: async ({ people, items }) => {
      const [owner, other] = [await people.newcomer(), await people.newcomer()];
      const item = await owner.api.given();
      const path = owner.api.item(item.id);
      const { field, value } = items.change(item);
      expect.status(await other.api.patch(path, { [field.name]: value }), 404);
      expect.status(await other.api.put(path, items.valid()), 404);
      expect.same(await owner.api.stored(item.id), item, 'the item afterwards');
    },
  },
  {
    id: 'strangers-delete-nothing',
    title: 'DELETE of another user’s {item} answers 404, and it is still there',
    likely: 'the statement deletes by id, whoever asks',
    run: async ({ people }) => {
      const [owner, other] = [await people.newcomer(), await people.newcomer()];
      const { id } = await owner.api.given();
      expect.status(await other.api.delete(other.api.item(id)), 404);
      expect.status(await owner.api.get(owner.api.item(id)), 200, 'for its owner');
    },
  },
  {
    id: 'strangers-comment-nothing',
    title: 'the comments of another user’s {item} cannot be read, written or deleted',
    likely: 'the {item} of a comment is looked up by its id alone',
    run: async ({ people }) => {
      const [owner, other] = [await people.newcomer(), await people.newcomer()];
      const { id } = await owner.api.given();
      const comments = `${owner.api.item(id)}/comments`;
      const made = await owner.api.post(comments, { body: 'mine' });
      expect.success(made, 'for the owner’s own comment');
      expect.status(await other.api.get(comments), 404, 'for another user');
      expect.status(await other.api.post(comments, { body: 'theirs' }), 404, 'for another user');
      const path = `${comments}/${String(expect.object(made)['id'])}`;
      expect.status(await other.api.delete(path), 404, 'for another user');
      const { comment_count } = await owner.api.stored(id);
      expect.same(comment_count, 1, '`comment_count` afterwards');
    },
  },
  {
    id: 'owners-are-not-chosen',
    title: 'no field of a request makes somebody else the owner',
    likely: 'the fields of the body go into the row as they come, the owner among them',
    run: async ({ people, items }) => {
      const [owner, other] = [await people.newcomer(), await people.newcomer()];
      for (const name of ['owner_id', 'owner', 'user_id']) {
        const answer = await owner.api.post(owner.api.list, items.valid({ [name]: other.id }));
        expect.status(answer, 422, `for the field \`${name}\``);
      }
    },
  },
  ...listChecks,
  earlierRowsCheck,
];

/** What of two refusals has to be the same. */
function essence({ json }: Answer): expect.Json {
  const { type, title, status, detail } = (json ?? {}) as expect.Json;
  return { type, title, status, detail };
}

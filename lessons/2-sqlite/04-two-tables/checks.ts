import type { Api } from '../../../src/checker/api.ts';
import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { NotRunnable } from '../../../src/checker/failure.ts';

/** Lesson 04: comments below each item, and how many there are. */
export const checks: readonly Check[] = [
  {
    id: 'comments-are-kept',
    title:
      'POST {path}/{id}/comments answers 201 with `id`, `body`, `created_at`, and the list has it',
    likely: {
      404: 'there is no such route below the {item}',
      else: 'the comment is answered in another shape, or not stored',
    },
    run: async ({ api }) => {
      const { id } = await api.given();
      const created = await api.post(comments(api, id), { body: 'well said' });
      expect.status(created, 201);
      const names = Object.keys(expect.object(created)).sort();
      expect.same(names, ['body', 'created_at', 'id'], 'the names of the fields', created);
      const list = await api.get(comments(api, id));
      expect.status(list, 200);
      expect.same(expect.items(list), [created.json], '`items`', list);
      expect.same(expect.object(list)['total'], 1, '`total`', list);
    },
  },
  {
    id: 'comments-need-an-item',
    title: 'comments of {an item} that does not exist answer 404',
    likely: {
      500: 'the foreign key refuses, and nothing makes a sentence of it',
      else: 'nothing asks whether the {item} is there',
    },
    run: async ({ api }) => {
      const path = `${api.missing}/comments`;
      expect.status(await api.post(path, { body: 'to nobody' }), 404);
      expect.status(await api.get(path), 404);
    },
  },
  {
    id: 'comments-are-checked',
    title: 'a comment has a text of 1 to 2000 characters and nothing else',
    likely: 'the second resource was written in a hurry, without a schema',
    run: async ({ api }) => {
      const { id } = await api.given();
      const wrong = [{}, { body: '' }, { body: '  ' }, { body: 'x'.repeat(2001) }, { body: 5 }];
      for (const json of [...wrong, { body: 'x', author: 'me' }]) {
        const answer = await api.post(comments(api, id), json);
        expect.status(answer, 422, `for ${expect.show(json)}`);
      }
      expect.success(
        await api.post(comments(api, id), { body: '🦊'.repeat(2000) }),
        'for 2000 emoji',
      );
    },
  },
  {
    id: 'comments-can-be-deleted',
    title: 'DELETE of a comment answers 204, and 404 the second time',
    likely: 'nobody looks whether there was something to delete',
    run: async ({ api }) => {
      const { id } = await api.given();
      const path = `${comments(api, id)}/${await comment(api, id)}`;
      expect.status(await api.delete(path), 204);
      expect.status(await api.delete(path), 404, 'the second time');
    },
  },
  {
    id: 'comments-stay-with-their-item',
    title: 'the comments of one {item} are not those of another',
    likely: 'the query forgets to ask whose comments it wants',
    run: async ({ api }) => {
      const [one, other] = [await api.given(), await api.given()];
      const commentId = await comment(api, one.id);
      const list = await api.get(comments(api, other.id));
      expect.same(expect.items(list), [], '`items` of the other', list);
      const answer = await api.delete(`${comments(api, other.id)}/${commentId}`);
      expect.status(answer, 404, 'for a comment of another item');
    },
  },
  {
    id: 'comments-are-counted',
    title: '`comment_count` counts the comments, in the {item} and in the list',
    likely: 'count(*) counts the row of the {item} itself where there is no comment',
    run: async ({ api, resource }) => {
      const { id, [resource.key.name]: key } = await api.given();
      const query = new URLSearchParams({ [resource.key.name]: String(key) }).toString();
      for (const wanted of [0, 1, 2]) {
        const answer = await api.get(api.item(id));
        expect.same(expect.object(answer)['comment_count'], wanted, '`comment_count`', answer);
        const [listed] = await api.listed(query);
        expect.same(listed?.['comment_count'], wanted, '`comment_count` in the list');
        await comment(api, id);
      }
    },
  },
  {
    id: 'items-take-their-comments-along',
    title: '{an item} with comments can be deleted, and they go with it',
    likely: { 500: 'the foreign key holds on to the comments', else: 'the comments hold on' },
    run: async ({ api }) => {
      const { id } = await api.given();
      await comment(api, id);
      expect.status(await api.delete(api.item(id)), 204);
      expect.status(await api.get(comments(api, id)), 404, 'afterwards');
    },
  },
];

function comments(api: Api, id: unknown): string {
  return `${api.item(id)}/comments`;
}

async function comment(api: Api, id: unknown): Promise<unknown> {
  const { status, json } = await api.post(comments(api, id), { body: 'a comment' });
  if (status < 300 && expect.isObject(json)) return json['id'];
  throw new NotRunnable(`it needs a comment, and POST ${comments(api, id)} answers ${status}`);
}

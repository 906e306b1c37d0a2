import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { commentsOf, givenComment } from '../comments.ts';
import { countChecks } from './count-checks.ts';
import { foreignKeyChecks } from './foreign-key-checks.ts';

const LONGEST = 2_000;
/** A time in UTC, as the contract spells it. */
const utc = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;

/** Lesson 04: comments belong to an item. */
export const checks: readonly Check[] = [
  {
    id: 'comments-are-made',
    title: 'POST {path}/{id}/comments answers 201 with id, body and created_at',
    likely: {
      404: 'there is no route for comments below {an item}',
      200: 'the handler says no status',
      else: 'the comment goes out as it is stored',
    },
    run: async ({ api }) => {
      const { id } = await api.given();
      const answer = await api.post(commentsOf(api, id), { body: 'Looks good' });
      expect.status(answer, 201);
      const comment = expect.object(answer);
      expect.same(Object.keys(comment).sort(), ['body', 'created_at', 'id'], 'its fields', answer);
      expect.same(comment['body'], 'Looks good', '`body`', answer);
      expect.that(utc.test(String(comment['created_at'])), '`created_at` in UTC', answer);
      const isWhole = Number.isSafeInteger(comment['id']);
      expect.that(isWhole, '`id` is a whole number', answer);
    },
  },
  {
    id: 'comments-of-others-stay-away',
    title: 'the list has the comments of this {item} and of no other',
    likely: 'the query lacks WHERE: with one {item} in the database nobody notices',
    run: async ({ api }) => {
      const [one, other] = [await api.given(), await api.given()];
      const comment = await givenComment(api, one.id);
      await givenComment(api, other.id);
      const answer = await api.get(commentsOf(api, one.id));
      expect.same(expect.items(answer), [comment], '`items`', answer);
      expect.same(expect.object(answer)['total'], 1, '`total`', answer);
    },
  },
  {
    id: 'comments-are-listed',
    title: 'GET of the comments of {an item} is a list like any other: items, total, limit, offset',
    likely: 'they go out as a bare array, not in the order of their ids, or the page is not cut',
    run: async ({ api }) => {
      const { id } = await api.given();
      const made = [];
      for (const body of ['one', 'two', 'three']) made.push(await givenComment(api, id, body));
      const all = await api.get(commentsOf(api, id));
      expect.same(all.json, { items: made, total: 3, limit: 20, offset: 0 }, 'the list', all);
      const page = await api.get(`${commentsOf(api, id)}?limit=1&offset=1`);
      const second = { items: [made[1]], total: 3, limit: 1, offset: 1 };
      expect.same(page.json, second, 'its second page', page);
    },
  },
  {
    id: 'comments-have-bounds',
    title: 'the body of a comment has 1 to 2000 characters, and nothing stands beside it',
    likely: { 201: 'the comment is stored as it comes', else: 'the limits are not those promised' },
    run: async ({ api }) => {
      const comments = commentsOf(api, (await api.given()).id);
      const bodies = ['', 5, null, ['a'], 'x'.repeat(LONGEST + 1), 'a\u0000b'];
      for (const body of bodies) {
        const answer = await api.provoke(() => api.post(comments, { body }));
        expect.status(answer, 422, `for ${expect.show(body)}`);
        const got = `pointers: ${expect.pointers(answer).join(', ') || 'none'}`;
        const isNamed = expect.pointers(answer).includes('/body/body');
        expect.that(isNamed, 'the pointer /body/body', answer, got);
      }
      for (const json of [{}, { body: 'a', id: 7 }, { body: 'a', extra: 1 }, []]) {
        expect.status(await api.provoke(() => api.post(comments, json)), 422);
      }
      const longest = await api.post(comments, { body: '🦊'.repeat(LONGEST) });
      expect.status(longest, 201, `for ${LONGEST} characters`);
    },
  },
  {
    id: 'comment-pages-have-limits',
    title: 'a wrong limit, offset or parameter of the comments answers 422',
    likely: 'the query of this list is read by other code than that of the first one',
    run: async ({ api }) => {
      const comments = commentsOf(api, (await api.given()).id);
      for (const query of ['limit=0', 'limit=101', 'offset=-1', 'limt=5', 'limit=1&limit=2']) {
        const answer = await api.provoke(() => api.get(`${comments}?${query}`));
        expect.status(answer, 422, `for ?${query}`);
      }
    },
  },
  {
    id: 'nothing-has-no-comments',
    title: 'comments of {an item} that does not exist answer 404, to GET and to POST',
    likely: {
      200: 'an empty list is answered for {an item} that nobody has looked for',
      500: 'the database refuses a comment on nothing, and nobody expects that',
      else: 'a comment on nothing is stored',
    },
    run: async ({ api }) => {
      const comments = `${api.missing}/comments`;
      const posted = await api.provoke(() => api.post(comments, { body: 'Hello?' }));
      expect.status(posted, 404, 'for POST');
      expect.status(await api.get(comments), 404, 'for GET');
    },
  },
  {
    id: 'comments-are-removed-where-they-are',
    title: 'DELETE removes a comment below its own {item}, answers 204, and then 404',
    likely: {
      204: 'the comment is found by its id alone: whoever guesses one deletes anywhere',
      else: 'nothing looks whether there was a comment to remove',
    },
    run: async ({ api }) => {
      const [own, other] = [await api.given(), await api.given()];
      const { id } = await givenComment(api, own.id);
      const wrong = await api.delete(`${commentsOf(api, other.id)}/${String(id)}`);
      expect.status(wrong, 404, 'below another item');
      const path = `${commentsOf(api, own.id)}/${String(id)}`;
      expect.status(await api.delete(path), 204);
      expect.status(await api.delete(path), 404, 'the second time');
      const left = await api.get(commentsOf(api, own.id));
      expect.same(expect.items(left), [], '`items` afterwards', left);
    },
  },
  ...countChecks,
  ...foreignKeyChecks,
];

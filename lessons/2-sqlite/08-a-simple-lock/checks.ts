import type { Api } from '../../../src/checker/api.ts';
import type { Check, Question } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { header, type Request } from '../../../src/checker/http/exchange.ts';
import { commentsOf, givenComment } from '../comments.ts';
import { furtherService } from '../further-service.ts';

/** Last stage that has an API key. */
const KEY_UNTIL = 3;
const KEY_LENGTH = 24;
const FREE_PATHS = ['/health/live', '/openapi.json'];

/** Lesson 08: who writes needs the key. */
export const checks: readonly Check[] = [
  {
    id: 'the-key-opens',
    title: 'with the right X-API-Key every method that writes works as before',
    likely: 'the key is compared with something else than API_KEY, or read from another header',
    needs: ['start'],
    until: KEY_UNTIL,
    run: async (question) => {
      const { owner } = await lockedService(question);
      expect.success(await owner.post(owner.list, question.items.valid()), 'with the key');
      for (const request of await writes(owner, question)) {
        expect.success(await owner.send(request), 'with the key');
      }
    },
  },
  {
    id: 'writes-need-the-key',
    title: 'without the key every method that writes answers 401 and does nothing, on every route',
    likely: {
      404: 'the guard stands behind the search: it tells strangers what there is',
      422: 'the guard stands behind the validation: it teaches strangers how to write',
      else: 'the guard is written, and this route is not behind it: put it before all of them',
    },
    needs: ['start'],
    until: KEY_UNTIL,
    run: async (question) => {
      const { owner, stranger } = await lockedService(question);
      const requests = await writes(owner, question);
      const before = (await owner.get(owner.list)).json;
      for (const request of requests) {
        const route = `${request.method} ${request.path}`;
        expect.status(await stranger.send(request), 401, `for ${route} without the key`);
      }
      const after = await owner.get(owner.list);
      expect.same(after.json, before, 'the list after the refusals', after);
    },
  },
  {
    id: 'wrong-keys-are-refused',
    title: 'a key that is almost right answers 401',
    likely: 'the beginning of the key is compared, or its length, or any key will do',
    needs: ['start'],
    until: KEY_UNTIL,
    run: async (question) => {
      const { owner, stranger, key } = await lockedService(question);
      const { id } = await owner.given();
      const wrong = [`${key}x`, key.slice(0, -1), key[0]!, '', ' ', key.toUpperCase(), 'undefined'];
      for (const given of wrong.filter((text) => text !== key)) {
        const guest = stranger.as([['X-API-Key', given]]);
        expect.status(await guest.delete(guest.item(id)), 401, `for the key ${expect.show(given)}`);
      }
    },
  },
  {
    id: 'keys-are-not-in-addresses',
    title: 'the key in the query string, or in another header, does not open',
    likely: 'the key is looked for in the address: there it lands in logs and histories',
    needs: ['start'],
    until: KEY_UNTIL,
    run: async (question) => {
      const { owner, stranger, key } = await lockedService(question);
      const { id } = await owner.given();
      for (const name of ['api_key', 'X-API-Key', 'key', 'apikey']) {
        const answer = await stranger.delete(`${stranger.item(id)}?${name}=${key}`);
        expect.status(answer, 401, `for ?${name}= with the right key`);
      }
      const bearer = stranger.as([['Authorization', `Bearer ${key}`]]);
      expect.status(await bearer.delete(bearer.item(id)), 401, 'for Authorization: Bearer');
    },
  },
  {
    id: 'refusals-say-how',
    title: '401 is a problem+json like every error, with WWW-Authenticate',
    likely: 'the refusal does not say what is needed, or is made past the one place of all errors',
    needs: ['start'],
    until: KEY_UNTIL,
    run: async (question) => {
      const { stranger } = await lockedService(question);
      const answer = await stranger.post(stranger.list, question.items.valid());
      expect.status(answer, 401);
      expect.hasHeader(answer, 'WWW-Authenticate');
      const type = header(answer, 'content-type') ?? 'absent';
      const isProblem = type.startsWith('application/problem+json');
      expect.that(isProblem, 'Content-Type: application/problem+json', answer);
      expect.same(expect.object(answer)['status'], 401, '`status`', answer);
    },
  },
  {
    id: 'reads-stay-open',
    title: 'GET, HEAD and OPTIONS need no key',
    likely: 'the guard stands before everything, without a look at the method',
    needs: ['start'],
    until: KEY_UNTIL,
    run: async (question) => {
      const { owner, stranger } = await lockedService(question);
      const { id } = await owner.given();
      const paths = [stranger.list, stranger.item(id), commentsOf(stranger, id), ...FREE_PATHS];
      for (const path of paths) expect.status(await stranger.get(path), 200, `for GET ${path}`);
      const path = stranger.list;
      expect.status(await stranger.send({ method: 'HEAD', path }), 200, 'for HEAD');
      expect.status(await stranger.send({ method: 'OPTIONS', path }), [200, 204], 'for OPTIONS');
    },
  },
];

/** A service with a key, as who has it and as who has none ask it. */
async function lockedService(question: Question) {
  const key = question.random.word(KEY_LENGTH);
  const { api } = await furtherService(question, { API_KEY: key });
  return { key, owner: api.as([['X-API-Key', key]]), stranger: api.as([]) };
}

/** One request for each way to write, in an order in which all of them succeed. */
async function writes(owner: Api, { items }: Question): Promise<Request[]> {
  const { id } = await owner.given();
  const comment = await givenComment(owner, id);
  const comments = commentsOf(owner, id);
  // What becomes of comments when their item goes is asked in another lesson.
  const { id: uncommented } = await owner.given();
  return [
    { method: 'POST', path: owner.list, json: items.valid() },
    { method: 'POST', path: `${owner.list}/imports`, json: { items: [items.valid()] } },
    { method: 'PUT', path: owner.item(id), json: items.valid() },
    { method: 'PATCH', path: owner.item(id), json: {} },
    { method: 'POST', path: comments, json: { body: 'Me too' } },
    { method: 'DELETE', path: `${comments}/${String(comment['id'])}` },
    { method: 'DELETE', path: owner.item(uncommented) },
  ];
}

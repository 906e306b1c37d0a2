import type { Api } from '../../../src/checker/api.ts';
import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import type { Answer } from '../../../src/checker/http/exchange.ts';
import { documentedRoutes } from './documented-routes.ts';

/** Lesson 03: who is calling, and what is closed to nobody in particular. */
export const checks: readonly Check[] = [
  {
    id: 'me-is-who-asks',
    title: 'GET /api/v1/me answers the user whose token it is',
    likely: 'the id comes from somewhere else than the token, or the user is not read again',
    run: async ({ people }) => {
      const person = await people.newcomer();
      await people.newcomer();
      const answer = await person.api.get('/api/v1/me');
      expect.status(answer, 200);
      expect.same(expect.object(answer)['id'], person.id, '`id`', answer);
      expect.same(expect.object(answer)['email'], person.email, '`email`', answer);
    },
  },
  {
    id: 'reading-needs-a-token',
    title: 'without a token GET and HEAD of the list and of one {item} answer 401',
    likely: 'only what writes is guarded: reads were open as long as there was one key for all',
    run: async ({ api, people }) => {
      const { id } = await api.given();
      for (const path of [api.list, api.item(id), api.missing, `${api.item(id)}/comments`]) {
        for (const method of ['GET', 'HEAD']) {
          expectChallenge(await people.nobody.send({ method, path }));
        }
      }
    },
  },
  {
    id: 'writing-needs-a-token',
    title: 'without a token POST, PUT, PATCH and DELETE answer 401 and change nothing',
    likely: 'the guard was written, and one of the routes does not have it',
    run: async ({ api, items, people }) => {
      const item = await api.given();
      const path = api.item(item.id);
      const { nobody } = people;
      expectChallenge(await nobody.post(api.list, items.valid()));
      expectChallenge(await nobody.put(path, items.valid()));
      expectChallenge(await nobody.patch(path, {}));
      expectChallenge(await nobody.delete(path));
      const { id: _, ...before } = item;
      const { id: __, ...after } = await api.stored(item.id);
      expect.same(after, before, 'the item afterwards');
    },
  },
  {
    id: 'every-route-needs-a-token',
    title: 'without a token every documented route below /api/v1 answers 401, save two',
    likely: 'routes are open unless they say otherwise: sooner or later one does not say it',
    run: async ({ people }) => {
      for (const { method, path } of await documentedRoutes(people.nobody)) {
        expectChallenge(await people.nobody.send({ method, path, json: {} }));
      }
    },
  },
  {
    id: 'odd-credentials-are-401',
    title: 'credentials of another kind, and what is no token, answer 401 and never 500',
    likely: 'the header is taken apart without looking, and the error is caught by nobody',
    run: async ({ api, people }) => {
      for (const value of [
        'Basic YTpi',
        'Bearer',
        'Bearer ',
        'Bearer x',
        'Bearer ..',
        'Bearer é.é.é',
      ]) {
        const stranger = people.nobody.as([['Authorization', value]]);
        expectChallenge(await stranger.get(api.list));
      }
    },
  },
  {
    id: 'bearer-in-any-case',
    title: 'the word "bearer" counts in lower case too',
    likely: 'the header is compared letter by letter; schemes have no case (RFC 9110, 11.1)',
    run: async ({ people }) => {
      const { token } = await people.newcomer();
      const same = people.nobody.as([['Authorization', `bearer ${token}`]]);
      expect.status(await same.get('/api/v1/me'), 200);
    },
  },
  {
    id: 'tokens-in-addresses-are-ignored',
    title: 'a token in the query opens nothing',
    likely: 'the token is also looked for in the address, which ends up in every log on the way',
    run: async ({ api, people }) => {
      const { token } = await people.newcomer();
      const answer = await people.nobody.get(`${api.list}?access_token=${token}`);
      expect.status(answer, [401, 422]);
    },
  },
  {
    id: 'answers-are-for-one',
    title: 'what a user gets says Cache-Control: no-store',
    likely: 'caches may keep the answer: one on the way hands it to another user',
    run: async ({ api, people }) => {
      const { id } = await api.given();
      const person = await people.newcomer();
      const asked: readonly [Api, string][] = [
        [api, api.list],
        [api, api.item(id)],
        [person.api, '/api/v1/me'],
      ];
      for (const [asker, path] of asked) {
        const answer = await asker.get(path);
        expect.success(answer);
        const value = expect.hasHeader(answer, 'Cache-Control');
        expect.that(/\bno-store\b/.test(value), 'Cache-Control: no-store', answer);
      }
    },
  },
  {
    id: 'some-things-stay-open',
    title: 'health, the OpenAPI document and /docs need no token',
    likely: 'the guard closes more than /api/v1: a load balancer has no token',
    run: async ({ people }) => {
      for (const path of ['/health/live', '/openapi.json', '/docs']) {
        const { status } = await people.nobody.get(path);
        expect.that(status < 400, `GET ${path} works without a token`, undefined, String(status));
      }
    },
  },
];

function expectChallenge(answer: Answer): void {
  const { method, path } = answer.request;
  expect.status(answer, 401, `for ${method} ${path} without a token`);
  const challenge = expect.hasHeader(answer, 'WWW-Authenticate');
  expect.that(/^Bearer\b/i.test(challenge), 'WWW-Authenticate: Bearer', answer);
}

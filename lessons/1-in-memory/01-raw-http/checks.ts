import type { Api } from '../../../src/checker/api.ts';
import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { header, type Answer } from '../../../src/checker/http/exchange.ts';
import { documentChecks } from './document-checks.ts';
import { menuChecks } from './menu-checks.ts';

const ownId = /^[A-Za-z0-9._-]{1,64}$/;

/** Lesson 01: what goes over the wire beside the body. */
export const checks: readonly Check[] = [
  {
    id: 'unknown-path-is-404',
    title: 'a path that does not exist answers 404',
    likely: {
      200: 'the error is written into the body only; clients, proxies and caches look at the status',
      else: 'nothing answers for the paths that no route takes',
    },
    run: async ({ api, random }) => {
      expect.status(await api.get(`/api/v1/${random.word(12)}`), 404);
    },
  },
  {
    id: 'head-answers-like-get',
    title: 'HEAD answers as GET does, without the body',
    likely: 'HEAD is not derived from GET: most frameworks do that when they are asked to',
    run: async ({ api }) => {
      const item = await api.given();
      for (const path of [api.list, api.item(item.id), '/health/live']) {
        const head = await api.send({ method: 'HEAD', path });
        const get = await api.get(path);
        expect.status(head, get.status, `as GET ${path}`);
        expect.that(head.body.length === 0, 'no body after HEAD', head);
        const type = header(get, 'content-type');
        expect.that(header(head, 'content-type') === type, `Content-Type: ${type}`, head);
      }
    },
  },
  {
    id: 'options-names-methods',
    title: 'OPTIONS answers 2xx with Allow',
    likely: 'nothing answers OPTIONS; the Allow header tells a client what it may do here',
    run: async ({ api }) => {
      const answer = await api.send({ method: 'OPTIONS', path: api.list });
      expect.status(answer, [200, 204]);
      const allow = methodsIn(expect.hasHeader(answer, 'Allow'));
      for (const method of ['GET', 'HEAD', 'POST']) {
        expect.that(allow.includes(method), `Allow names ${method}`, answer);
      }
    },
  },
  {
    id: 'nosniff-everywhere',
    title: 'every answer has X-Content-Type-Options: nosniff',
    likely: 'the header is set on some routes only; set it once, before any route is found',
    run: async ({ api, random }) => {
      const item = await api.given();
      const answers = [
        await api.get(api.list),
        await api.get(`/${random.word(12)}`),
        await api.put(api.missing, {}),
        await api.delete(api.item(item.id)),
      ];
      for (const answer of answers) {
        const value = header(answer, 'x-content-type-options');
        const got = `X-Content-Type-Options: ${value ?? 'absent'}`;
        expect.that(
          value?.toLowerCase() === 'nosniff',
          'X-Content-Type-Options: nosniff',
          answer,
          got,
        );
      }
    },
  },
  {
    id: 'request-id-is-made',
    title: 'every answer has an X-Request-Id of its own',
    likely: 'no id is made for a request, or the same one for all of them',
    run: async ({ api }) => {
      const ids = [requestId(await api.get(api.list)), requestId(await api.get(api.list))];
      expect.that(ids[0] !== ids[1], 'two requests have two ids', undefined, `both have ${ids[0]}`);
      requestId(await api.get(`${api.list}/0`));
    },
  },
  {
    id: 'request-id-is-kept',
    title: "a client's own X-Request-Id comes back with the answer",
    likely: 'a new id is made although the client sent one: its log and yours cannot be joined',
    run: async ({ api, random }) => {
      const id = `${random.word(8)}.A-b_${random.word(8)}`;
      const answer = await listWithId(api, id);
      expect.that(requestId(answer) === id, `X-Request-Id: ${id}`, answer);
    },
  },
  {
    id: 'odd-request-id-is-replaced',
    title: 'an X-Request-Id that is no plain word of 1 to 64 characters is replaced',
    likely:
      'whatever the client sends goes into the log: it can forge lines there, or fill the disk',
    run: async ({ api }) => {
      for (const id of ['a b', 'x'.repeat(65), 'id"},{"level":"error', '<script>']) {
        const answer = await listWithId(api, id);
        const given = expect.hasHeader(answer, 'X-Request-Id');
        expect.that(given !== id && ownId.test(given), 'an id that the service made', answer);
      }
    },
  },
  {
    id: 'software-is-not-named',
    title: 'no header names the software of the server',
    likely: 'the framework adds it by itself; it helps only those who look for known holes',
    run: async ({ api, random }) => {
      for (const path of ['/health/live', api.list, `/${random.word(12)}`]) {
        const answer = await api.get(path);
        for (const name of ['server', 'x-powered-by', 'x-aspnet-version', 'x-runtime']) {
          const value = header(answer, name);
          expect.that(value === null, `no header ${name}`, answer, `${name}: ${value}`);
        }
      }
    },
  },
  ...documentChecks,
  ...menuChecks,
];

function listWithId(api: Api, id: string): Promise<Answer> {
  return api.send({ method: 'GET', path: api.list, headers: [['X-Request-Id', id]] });
}

function requestId(answer: Answer): string {
  const id = expect.hasHeader(answer, 'X-Request-Id');
  expect.that(ownId.test(id), '1 to 64 letters, digits, . _ or - as X-Request-Id', answer);
  return id;
}

function methodsIn(allow: string): string[] {
  return allow.split(',').map((method) => method.trim().toUpperCase());
}

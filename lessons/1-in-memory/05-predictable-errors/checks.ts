import type { Api } from '../../../src/checker/api.ts';
import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { header, type Answer } from '../../../src/checker/http/exchange.ts';
import type { Items } from '../../../src/checker/values/items.ts';
import { refusalChecks } from './refusal-checks.ts';

/** What only the inside of a service knows: stack frames, SQL, paths, parsers' own sentences. */
const internals =
  /\bat \S+ \(|\bat (?:file|node):|:\d+:\d+\)|Traceback|goroutine \d|java\.lang|node_modules|\/src\/|\bSELECT .+ FROM\b|\bINSERT INTO\b|in JSON at position|Unexpected token|JSONDecodeError|ZodError|pydantic/i;

/** Lesson 05: one shape for every error, and one place that makes it. */
export const checks: readonly Check[] = [
  {
    id: 'missing-item-is-404',
    title: 'an id that does not exist answers 404',
    likely: {
      200: 'null or {} is answered for what was not found',
      500: 'a field of what was not found is read',
      else: 'nothing looks whether there is one, or the error is answered like any other',
    },
    run: async ({ api }) => {
      expect.status(await api.get(api.missing), 404);
    },
  },
  {
    id: 'odd-ids-are-no-errors-of-ours',
    title: 'an id that cannot exist (abc, 1e0, -1, 10^30) answers 404, 400 or 422',
    likely: {
      200: 'the id is read leniently: 1e0, +1 and 01 are other ways to write 1',
      else: 'the id is used without being checked',
    },
    run: async ({ api }) => {
      const { id } = await api.given();
      const oddities = [
        'abc',
        `${id}e0`,
        `+${id}`,
        `0${id}`,
        `${id}.0`,
        `%20${id}`,
        '-1',
        '0',
        `1${'0'.repeat(30)}`,
      ];
      for (const oddity of [...oddities, `0x${Number(id).toString(16)}`, '%ZZ', '%00']) {
        const answer = await api.provoke(() => api.get(`${api.list}/${oddity}`));
        expect.status(answer, [404, 400, 422], `for the id ${oddity}`);
      }
    },
  },
  {
    id: 'wrong-method-is-405',
    title: 'a method that a known path does not have answers 405, and Allow names the others',
    likely: {
      404: 'the path and the method are looked up together, so a wrong method looks like no path',
      else: 'Allow is missing, or names only one of the methods',
    },
    run: async ({ api }) => {
      const { id } = await api.given();
      await mustAllow(api, 'DELETE', api.list, ['GET', 'HEAD', 'POST']);
      await mustAllow(api, 'PATCH', api.list, ['GET', 'HEAD', 'POST']);
      await mustAllow(api, 'POST', api.item(id), ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE']);
    },
  },
  ...refusalChecks,
  {
    id: 'errors-are-problems',
    title: 'every error is application/problem+json',
    likely: 'the framework answers some errors by itself: as text, as HTML, or as JSON of its own',
    run: async ({ api, items }) => {
      for (const answer of await oneOfEach(api, items)) {
        const type = header(answer, 'content-type') ?? 'absent';
        const got = `Content-Type: ${type}`;
        const isProblem = type.toLowerCase().startsWith('application/problem+json');
        expect.that(isProblem, 'Content-Type: application/problem+json', answer, got);
      }
    },
  },
  {
    id: 'problems-have-one-shape',
    title: 'every error has `type`, `title`, `status` and `detail`, and tells its own status',
    likely:
      'one route makes its errors by itself, or the status in the body is copied from another',
    run: async ({ api, items }) => {
      for (const answer of await oneOfEach(api, items)) {
        const problem = expect.object(answer);
        for (const name of ['type', 'title', 'detail']) {
          const isText = typeof problem[name] === 'string' && problem[name] !== '';
          expect.that(isText, `\`${name}\` is a text`, answer);
        }
        expect.same(problem['status'], answer.status, '`status`', answer);
      }
    },
  },
  {
    id: 'errors-are-not-cached',
    title: 'every error has Cache-Control: no-store',
    likely: 'a cache between you and the client may keep the error and answer it tomorrow',
    run: async ({ api, items }) => {
      for (const answer of await oneOfEach(api, items)) {
        const value = header(answer, 'cache-control') ?? 'absent';
        const got = `Cache-Control: ${value}`;
        expect.that(value.includes('no-store'), 'Cache-Control: no-store', answer, got);
      }
    },
  },
  {
    id: 'errors-show-no-inside',
    title: 'no error shows a stack, a query, a path or the sentence of a parser',
    likely: 'the message of an error that was caught is passed on to the client',
    run: async ({ api, items }) => {
      for (const answer of await oneOfEach(api, items)) {
        const found = internals.exec(answer.body.toString())?.[0];
        expect.that(found === undefined, 'nothing of the inside', answer, `it shows "${found}"`);
      }
    },
  },
];

async function mustAllow(api: Api, method: string, path: string, methods: readonly string[]) {
  const answer = await api.send({ method, path, json: {} });
  expect.status(answer, 405, `for ${method} ${path}`);
  const allow = expect
    .hasHeader(answer, 'Allow')
    .toUpperCase()
    .split(/\s*,\s*/);
  for (const allowed of methods)
    expect.that(allow.includes(allowed), `Allow names ${allowed}`, answer);
}

/** An error of each kind that the service makes; those that it does not make are left out. */
async function oneOfEach(api: Api, items: Items): Promise<Answer[]> {
  const { id } = await api.given();
  const json = [['Content-Type', 'application/json']] as const;
  const text = [['Content-Type', 'text/plain']] as const;
  const answers = [
    await api.get('/nowhere'),
    await api.get(api.missing),
    await api.delete(api.missing),
    await api.delete(api.list),
    await api.post(api.item(id), {}),
    await api.post(api.list, {}),
    await api.put(api.item(id), {}),
    await api.get(`${api.list}?limit=0`),
    await api.post(api.list, await api.given().then(withoutServerFields)),
    await api.send({ method: 'POST', path: api.list, headers: json, body: '{"a":' }),
    await api.send({ method: 'POST', path: api.list, headers: text, body: 'a' }),
    await api.post(api.list, items.valid({ filler: 'x'.repeat(110_000) })),
  ];
  return answers.filter(({ status }) => status >= 400);
}

function withoutServerFields(item: expect.Json): expect.Json {
  const { id: _, created_at: __, updated_at: ___, comment_count: ____, ...input } = item;
  return input;
}

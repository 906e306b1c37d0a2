import type { Check, Question } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { header, type Answer } from '../../../src/checker/http/exchange.ts';
import { ALLOWED_ORIGIN } from '../../../src/checker/people/secrets.ts';
import { describeStart } from '../../../src/checker/start-check.ts';

const ALLOW_ORIGIN = 'Access-Control-Allow-Origin';

/** Lesson 08: whose pages may read the answers. CORS_ORIGINS names one origin. */
export const checks: readonly Check[] = [
  {
    id: 'listed-origins-may-read',
    title: 'a page of an origin in CORS_ORIGINS gets Access-Control-Allow-Origin, and Vary: Origin',
    likely:
      'CORS_ORIGINS is not read, or caches are not told that the answer depends on the origin',
    needs: ['start'],
    run: async (question) => {
      const answer = await listFrom(question, ALLOWED_ORIGIN);
      expect.same(header(answer, ALLOW_ORIGIN), ALLOWED_ORIGIN, ALLOW_ORIGIN, answer);
      const vary = expect.hasHeader(answer, 'Vary');
      expect.that(/\borigin\b/i.test(vary), 'Vary: Origin', answer);
    },
  },
  {
    id: 'other-origins-may-not',
    title: 'a page of any other origin gets no Access-Control-Allow-Origin, and no wildcard',
    likely: 'the origin is sent back as it came, or * stands for all: any page may read',
    run: async (question) => {
      for (const origin of ['https://evil.example', 'http://localhost:5173', 'null']) {
        expectClosed(await listFrom(question, origin));
      }
    },
  },
  {
    id: 'half-an-origin-is-none',
    title: 'an origin that only begins or ends like an allowed one is another one',
    likely: 'origins are compared by their beginning or their end instead of as a whole',
    needs: ['start'],
    run: async (question) => {
      const { host } = new URL(ALLOWED_ORIGIN);
      for (const origin of [
        `${ALLOWED_ORIGIN}.evil.example`,
        `https://evil-${host}`,
        `https://evil.${host}`,
        `http://${host}`,
        `${ALLOWED_ORIGIN}:8443`,
      ]) {
        expectClosed(await listFrom(question, origin));
      }
    },
  },
  {
    id: 'preflights-need-no-token',
    title:
      'a preflight from an allowed origin answers 2xx without a token, and allows Authorization',
    likely: {
      401: 'the guard comes before CORS: browsers send no token with a preflight',
      else: 'OPTIONS does not name the methods and headers that the pages may use',
    },
    needs: ['start'],
    run: async ({ api, people }) => {
      const headers = [
        ['Origin', ALLOWED_ORIGIN],
        ['Access-Control-Request-Method', 'PATCH'],
        ['Access-Control-Request-Headers', 'authorization,content-type'],
      ] as const;
      const path = api.missing;
      const answer = await people.nobody.send({ method: 'OPTIONS', path, headers });
      expect.success(answer);
      expect.same(header(answer, ALLOW_ORIGIN), ALLOWED_ORIGIN, ALLOW_ORIGIN, answer);
      const methods = expect.hasHeader(answer, 'Access-Control-Allow-Methods');
      expect.that(/\bPATCH\b/.test(methods), 'PATCH among the methods', answer);
      const names = expect.hasHeader(answer, 'Access-Control-Allow-Headers');
      expect.that(/\bauthorization\b/i.test(names), 'Authorization among the headers', answer);
    },
  },
  {
    id: 'no-origin-by-default',
    title: 'without CORS_ORIGINS no origin is allowed',
    likely: 'the default is "all": nobody remembers to change it',
    needs: ['start'],
    run: async (question) => {
      const launched = await question.service.launchBeside({ CORS_ORIGINS: undefined });
      const isReady = launched.start.end === 'ready';
      expect.that(isReady, 'a process that answers', undefined, describeStart(launched));
      const api = question.api.at(launched.service.address);
      for (const origin of [ALLOWED_ORIGIN, 'http://localhost:3000']) {
        expectClosed(await listFrom({ api }, origin));
      }
    },
  },
];

function listFrom({ api }: Pick<Question, 'api'>, origin: string): Promise<Answer> {
  return api.send({ method: 'GET', path: api.list, headers: [['Origin', origin]] });
}

function expectClosed(answer: Answer): void {
  const value = header(answer, ALLOW_ORIGIN);
  const origin = new Map(answer.request.headers).get('Origin');
  const isClosed = value === null || (value !== '*' && value !== origin);
  expect.that(isClosed, `no ${ALLOW_ORIGIN} for ${origin}`, answer, `${ALLOW_ORIGIN}: ${value}`);
}

import type { Api } from '../../../src/checker/api.ts';
import type { Check, Question } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import type { Answer } from '../../../src/checker/http/exchange.ts';
import { filesOf, readOneOf } from '../../../src/checker/files/project-files.ts';
import { LOGIN, newRegistration } from '../../../src/checker/people/person.ts';
import { describeStart } from '../../../src/checker/start-check.ts';

/** Wrong passwords from one address, after which the next one is refused. */
const LIMIT = 3;
const PROXY = '127.0.0.1';
/** One more than the limit. */
const CALLERS = ['203.0.113.1', '203.0.113.2', '203.0.113.3', '203.0.113.4'];

/** Lesson 07: what stands in front of the service, and how it gets there. */
export const checks: readonly Check[] = [
  {
    id: 'nobody-is-a-proxy-by-default',
    title: 'without TRUST_PROXY the header X-Forwarded-For changes nothing',
    likely: 'any caller is believed: who sends another address each time has no limit',
    needs: ['start'],
    run: async (question) => {
      const nobody = await behind(question, {});
      const answers = await guessFrom(nobody, CALLERS);
      expect.status(answers.at(-1)!, 429, `for guess ${LIMIT + 1}`);
    },
  },
  {
    id: 'named-proxies-are-believed',
    title: `with TRUST_PROXY=${PROXY} limits count the addresses that the proxy names`,
    likely: 'TRUST_PROXY is not read: behind a proxy all callers have one address, and one limit',
    needs: ['start'],
    run: async (question) => {
      const nobody = await behind(question, { TRUST_PROXY: PROXY });
      for (const answer of await guessFrom(nobody, CALLERS)) {
        expect.status(answer, 401, 'for the first guess of a caller');
      }
      const same = Array.from({ length: LIMIT + 1 }, () => '203.0.113.9');
      const answers = await guessFrom(nobody, same);
      expect.status(answers.at(-1)!, 429, `for guess ${LIMIT + 1} of one caller`);
    },
  },
  {
    id: 'only-the-last-hop-counts',
    title: 'of X-Forwarded-For only what the trusted proxy has added counts',
    likely: 'the first address of the header is taken, which the caller wrote themselves',
    needs: ['start'],
    run: async (question) => {
      const nobody = await behind(question, { TRUST_PROXY: PROXY });
      const chains = CALLERS.map((claimed) => `${claimed}, 198.51.100.7`);
      const answers = await guessFrom(nobody, chains);
      expect.status(answers.at(-1)!, 429, `for guess ${LIMIT + 1}, which the proxy saw as before`);
    },
  },
  {
    id: 'way-back-is-described',
    title: 'a page of the project says how to deploy, roll back, back up and restore',
    likely: 'the way out is described, and the way back is not',
    needs: ['project'],
    run: async ({ project }) => {
      const text = filesOf(project, ['.md'])
        .map((path) => readOneOf(project, [path]))
        .join('\n');
      for (const [what, pattern] of [
        ['how to deploy', /deploy/i],
        ['how to roll back', /roll(?:s|ing|ed)?[ -]?back|the way back|earlier version/i],
        ['how to back up', /back(?:s|ing|ed)?[ -]?up/i],
        ['how to restore', /restor/i],
      ] as const) {
        expect.that(pattern.test(text), `a page that says ${what}`, undefined, 'no page says so');
      }
    },
  },
];

/** A process with other settings on the same data, as nobody speaks to it. */
async function behind({ people, service }: Question, settings: Record<string, string>) {
  const limits = { LOGIN_LIMIT_ADDRESS: String(LIMIT), LOGIN_LIMIT_ACCOUNT: '1000' };
  const launched = await service.launchBeside({ ...limits, ...settings });
  const isReady = launched.start.end === 'ready';
  expect.that(isReady, 'a process that answers', undefined, describeStart(launched));
  return people.nobody.at(launched.service.address);
}

/** Answers to one wrong login for each value of X-Forwarded-For. */
async function guessFrom(nobody: Api, chains: readonly string[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const chain of chains) {
    const { email, password } = newRegistration();
    const headers = [['X-Forwarded-For', chain]] as const;
    const json = { email, password };
    answers.push(await nobody.send({ method: 'POST', path: LOGIN, headers, json }));
  }
  return answers;
}

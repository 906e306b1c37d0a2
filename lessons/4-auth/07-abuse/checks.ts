import type { Api } from '../../../src/checker/api.ts';
import type { Check, Question } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import type { Answer } from '../../../src/checker/http/exchange.ts';
import { LOGIN, newRegistration } from '../../../src/checker/people/person.ts';
import { describeStart } from '../../../src/checker/start-check.ts';

/** Failures that an account is allowed where nothing else is set. */
const LIMIT = 5;
const CROWD = 20;
const SHORT_WINDOW_S = 2;

/** Lesson 07: how often one may try. */
export const checks: readonly Check[] = [
  {
    id: 'successes-do-not-count',
    title: 'who logs in rightly may do so more often than one may fail',
    likely: 'every login counts, the right ones too: a busy user locks themselves out',
    run: async ({ people }) => {
      const { email, password } = await people.newcomer();
      for (let login = 0; login <= LIMIT; login++) {
        const answer = await people.nobody.post(LOGIN, { email, password });
        expect.status(answer, 200, `for login ${login + 1}`);
      }
    },
  },
  {
    id: 'one-account-locks-one-account',
    title: 'too many guesses for one account lock nobody else out',
    likely: 'there is one counter for all: whoever likes locks everybody out',
    run: async ({ people }) => {
      const [victim, other] = [await people.newcomer(), await people.newcomer()];
      await guesses(people.nobody, victim.email, LIMIT + 1);
      const { email, password } = other;
      expect.status(await people.nobody.post(LOGIN, { email, password }), 200, 'for another user');
    },
  },
  {
    id: 'sixth-guess-is-429',
    title: `after ${LIMIT} wrong passwords for an account the next login answers 429 with Retry-After`,
    likely: {
      200: 'only wrong passwords are stopped: guessing goes on until one is right',
      401: 'nothing counts: a million passwords can be tried',
      429: 'the refusal does not say for how long: clients try again at once',
      else: 'the one place that answers errors does not know this refusal',
    },
    run: async ({ people }) => {
      const { email, password } = await people.newcomer();
      for (const answer of await guesses(people.nobody, email, LIMIT)) expect.status(answer, 401);
      const [sixth] = await guesses(people.nobody, email, 1);
      expect.status(sixth!, 429, `for guess ${LIMIT + 1}`);
      const seconds = expect.hasHeader(sixth!, 'Retry-After');
      expect.that(Number(seconds) >= 1, 'Retry-After in seconds', sixth);
      const right = await people.nobody.post(LOGIN, { email, password });
      expect.status(right, 429, 'for the right password too: else guessing goes on');
    },
  },
  {
    id: 'guesses-at-once-count-too',
    title: `of ${CROWD} wrong passwords at once, no more than ${LIMIT} are tried`,
    likely: 'it is looked first and counted later: between the two all others slip through',
    run: async ({ people }) => {
      const { email } = await people.newcomer();
      const crowd = Array.from({ length: CROWD }, () => guesses(people.nobody, email, 1));
      const answers = (await Promise.all(crowd)).flat();
      const tried = answers.filter(({ status }) => status === 401).length;
      expect.that(tried <= LIMIT, `at most ${LIMIT} times 401`, answers[0], `${tried} times 401`);
      expect.same(answers.length - tried, answersOf(answers, 429), 'the number of 429');
    },
  },
  {
    id: 'capitals-are-no-other-account',
    title: 'guesses for one e-mail count together, in whatever case it is typed',
    likely: 'the counter has the e-mail as it was typed: each spelling is a new account',
    run: async ({ people }) => {
      const { email } = await people.newcomer();
      await guesses(people.nobody, email, LIMIT - 1);
      await guesses(people.nobody, email.toUpperCase(), 1);
      const [next] = await guesses(people.nobody, email.replace('robin', 'Robin'), 1);
      expect.status(next!, 429);
    },
  },
  {
    id: 'addresses-have-limits',
    title: 'LOGIN_LIMIT_ADDRESS bounds the wrong passwords from one address, whatever the account',
    likely: 'only accounts are counted: one password can be tried on all of them',
    needs: ['start'],
    run: async (question) => {
      const nobody = await besides(question, { LOGIN_LIMIT_ADDRESS: '3' });
      for (let account = 0; account < 3; account++) {
        const [answer] = await guesses(nobody, newRegistration().email, 1);
        expect.status(answer!, 401, `for account ${account + 1}`);
      }
      const [fourth] = await guesses(nobody, newRegistration().email, 1);
      expect.status(fourth!, 429, 'for account 4');
    },
  },
  {
    id: 'limits-come-from-settings',
    title: 'LOGIN_LIMIT_ACCOUNT sets how many wrong passwords an account takes',
    likely: 'the number is written into the code',
    needs: ['start'],
    run: async (question) => {
      const nobody = await besides(question, { LOGIN_LIMIT_ACCOUNT: '2' });
      const answers = await guesses(nobody, newRegistration().email, 3);
      for (const answer of answers.slice(0, 2)) expect.status(answer, 401, 'for two guesses');
      expect.status(answers[2]!, 429, 'for guess 3');
    },
  },
  {
    id: 'locks-open-again',
    title: 'after LOGIN_WINDOW_SECONDS the right password works again',
    likely: 'what was counted is never forgotten, or every refused try makes the wait longer',
    needs: ['start', 'patience'],
    run: async (question) => {
      const window = { LOGIN_WINDOW_SECONDS: String(SHORT_WINDOW_S) };
      const nobody = await besides(question, window);
      const { email, password } = await question.people.newcomer();
      await guesses(nobody, email, LIMIT + 1);
      await new Promise((resolve) => setTimeout(resolve, SHORT_WINDOW_S * 1000 + 200));
      expect.status(await nobody.post(LOGIN, { email, password }), 200, 'when the window is over');
    },
  },
];

/** Wrong passwords, one after the other. */
async function guesses(nobody: Api, email: string, count: number): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let guess = 0; guess < count; guess++) {
    const { password } = newRegistration();
    answers.push(await nobody.post(LOGIN, { email, password }));
  }
  return answers;
}

/** A process with other settings on the same data, as nobody speaks to it. */
async function besides({ people, service }: Question, settings: Record<string, string>) {
  const launched = await service.launchBeside(settings);
  const isReady = launched.start.end === 'ready';
  expect.that(isReady, 'a process that answers', undefined, describeStart(launched));
  return people.nobody.at(launched.service.address);
}

function answersOf(answers: readonly Answer[], wanted: number): number {
  return answers.filter(({ status }) => status === wanted).length;
}

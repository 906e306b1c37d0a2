import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { LOGIN, newRegistration, register } from '../../../src/checker/people/person.ts';
import { readToken } from '../../../src/checker/people/token.ts';
import { forgeryChecks } from './forgery-checks.ts';
import { secretChecks } from './secret-checks.ts';
import { timingCheck } from './timing-check.ts';

const CLAIMS = ['aud', 'exp', 'iat', 'iss', 'role', 'sub'];

/** Lesson 02: what a login gives, and what a token is worth. */
export const checks: readonly Check[] = [
  {
    id: 'login-answers-a-token',
    title: 'POST /api/v1/auth/login answers 200 with access_token, token_type and expires_in',
    likely: 'the token comes under another name, or without the time for which it is good',
    run: async ({ people }) => {
      const { email, password } = await register(people.nobody);
      const answer = await people.nobody.post(LOGIN, { email, password });
      expect.status(answer, 200);
      const { access_token, token_type, expires_in } = expect.object(answer);
      expect.that(typeof access_token === 'string', '`access_token` is a text', answer);
      expect.same(token_type, 'Bearer', '`token_type`', answer);
      const isTime = Number.isInteger(expires_in) && Number(expires_in) > 0;
      expect.that(isTime, '`expires_in` is a whole number of seconds', answer);
    },
  },
  {
    id: 'wrong-password-is-401',
    title: 'a wrong password answers 401 and gives no token',
    likely: {
      200: 'the password is not compared at all',
      403: '403 says that you may not; who is not recognised is asked again, by 401',
      else: 'the one place that answers errors does not know this refusal',
    },
    run: async ({ people }) => {
      const { email, password } = await people.newcomer();
      const answer = await people.nobody.post(LOGIN, { email, password: `${password}!` });
      expect.status(answer, 401);
      const isEmpty = !answer.body.toString().includes('eyJ');
      expect.that(isEmpty, 'an answer without a token', answer);
    },
  },
  {
    id: 'strangers-learn-no-names',
    title: 'an unknown e-mail and a wrong password get the very same answer',
    likely: 'the answer says which of the two was wrong: whoever likes can find out who is here',
    run: async ({ people }) => {
      const { email } = await people.newcomer();
      const { password, email: unknown } = newRegistration();
      const known = await people.nobody.post(LOGIN, { email, password });
      const stranger = await people.nobody.post(LOGIN, { email: unknown, password });
      expect.same(stranger.status, known.status, 'the status for an unknown e-mail', stranger);
      expect.same(stranger.json, known.json, 'the answer for an unknown e-mail', stranger);
    },
  },
  {
    id: 'tokens-say-who-and-until-when',
    title: 'a token is signed by HS256, and its claims are sub, role, iss, aud, iat and exp',
    likely: {
      else: 'a claim is missing: without exp a token is good for ever, without aud for every service',
    },
    run: async ({ people }) => {
      const person = await people.newcomer();
      const login = { email: person.email, password: person.password };
      const answer = await people.nobody.post(LOGIN, login);
      const parts = readToken(expect.object(answer)['access_token']);
      expect.that(parts !== null, 'a JWT', answer);
      const { header, claims } = parts!;
      expect.same(header['alg'], 'HS256', '`alg`', answer);
      for (const claim of CLAIMS) {
        expect.that(claims[claim] !== undefined, `the claim ${claim}`, answer, show(claims));
      }
      expect.same(claims['sub'], String(person.id), '`sub`', answer);
      expect.same(claims['role'], 'user', '`role`', answer);
      const seconds = Number(claims['exp']) - Number(claims['iat']);
      expect.same(seconds, expect.object(answer)['expires_in'], 'exp less iat', answer);
    },
  },
  {
    id: 'tokens-hold-no-secrets',
    title: 'nothing in a token is secret: no password, no hash, no e-mail',
    likely: 'more of the user was signed than who it is; whoever sees a token can read all of it',
    run: async ({ people }) => {
      const { token, email, password } = await people.newcomer();
      const text = show(readToken(token)?.claims).toLowerCase();
      const isClean = ![email, password.toLowerCase(), 'argon2', 'hash'].some((secret) =>
        text.includes(secret),
      );
      expect.that(isClean, 'claims that say who, and no more', undefined, text);
    },
  },
  ...forgeryChecks,
  ...secretChecks,
  timingCheck,
];

function show(claims: expect.Json | undefined): string {
  return `the claims are ${JSON.stringify(claims)}`;
}

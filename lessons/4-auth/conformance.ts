import type { Check } from '../../src/checker/check.ts';
import * as expect from '../../src/checker/expect.ts';
import { bearer, LOGIN, newRegistration, REGISTER } from '../../src/checker/people/person.ts';
import { makeToken, readToken } from '../../src/checker/people/token.ts';

const RACES = 5;
const MOST_MS = 1_000;

/** What belongs to no lesson of the stage: rarer ways to lie about who one is. */
export const conformance: readonly Check[] = [
  {
    id: 'tokens-bring-no-keys',
    title: 'a token cannot say by which key it is to be verified',
    likely: 'kid, jku or jwk of the header choose the key: the attacker brings their own',
    run: async ({ people }) => {
      const claims = readToken((await people.newcomer()).token)?.claims ?? {};
      const key = { kty: 'oct', k: Buffer.from('mine').toString('base64url') };
      for (const header of [
        { kid: '../../../dev/null' },
        { kid: "x' UNION SELECT 'mine" },
        { jku: 'http://127.0.0.1:9/keys' },
        { jwk: key },
      ]) {
        for (const secret of ['', 'mine']) {
          const token = makeToken(claims, secret, header);
          const answer = await people.nobody.as(bearer(token)).get('/api/v1/me');
          expect.status(answer, 401, `for the header ${JSON.stringify(header)}`);
        }
      }
    },
  },
  {
    id: 'well-known-secrets-sign-nothing',
    title: 'no well-known secret signs a token that is accepted',
    likely: 'the secret of an example made it into the service',
    run: async ({ people }) => {
      const claims = readToken((await people.newcomer()).token)?.claims ?? {};
      for (const secret of ['secret', 'changeme', 'your-256-bit-secret', 'dev-secret', 'test']) {
        const answer = await people.nobody.as(bearer(makeToken(claims, secret))).get('/api/v1/me');
        expect.status(answer, 401, `for a token that was signed by "${secret}"`);
      }
    },
  },
  {
    id: 'twins-register-once',
    title: 'of two registrations at once with one e-mail, exactly one answers 201',
    likely: 'look first, wait for the hash, then store: meanwhile the other request does the same',
    run: async ({ people }) => {
      for (let race = 0; race < RACES; race++) {
        const registration = newRegistration();
        const twin = { ...registration, email: registration.email.toUpperCase() };
        const answers = await Promise.all(
          [registration, twin].map((json) => people.nobody.post(REGISTER, json)),
        );
        const statuses = answers.map(({ status }) => status).sort();
        expect.same(statuses, [201, 409], 'the list of statuses', answers[1]);
      }
    },
  },
  {
    id: 'hostile-logins-are-refused',
    title: 'what is no login is refused within a second, and the service goes on',
    likely: 'the body of the login goes past the schema: it is only compared, after all',
    run: async ({ api, people }) => {
      const { email } = newRegistration();
      for (const json of [
        { email, password: 'x'.repeat(1_000_000) },
        { email: 'x'.repeat(90_000), password: 'x' },
        { email, password: 'a\0b' },
        { email: { $gt: '' }, password: { $gt: '' } },
        { email: [email], password: true },
        [],
        null,
      ]) {
        const answer = await api.provoke(() => people.nobody.post(LOGIN, json));
        expect.that(answer.status >= 400, 'a refusal', answer);
        expect.that(answer.milliseconds < MOST_MS, 'an answer within 1 s', answer);
      }
    },
  },
];

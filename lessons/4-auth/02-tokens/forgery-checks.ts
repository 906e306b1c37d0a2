import type { Check, Question } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { bearer } from '../../../src/checker/people/person.ts';
import { makeToken, readToken } from '../../../src/checker/people/token.ts';

const HOUR_S = 3_600;
const OTHER_SECRET = 'a secret that is not the one of the service';

/** The checks of tokens that the service has not made. */
export const forgeryChecks: readonly Check[] = [
  {
    id: 'unsigned-tokens-are-401',
    title: 'a token that says alg "none" and is not signed answers 401',
    likely: 'the token is decoded and not verified, or says itself how it is to be verified',
    run: async (question) => {
      const claims = await claimsOfSomebody(question);
      for (const alg of ['none', 'None', 'nOnE']) {
        await expectRefusal(question, makeToken(claims, '', { alg }), `with alg ${alg}`);
      }
    },
  },
  {
    id: 'other-keys-are-401',
    title: 'a token that was signed by another key, or changed after it was signed, answers 401',
    likely: 'the signature is not looked at: anybody can write a token',
    run: async (question) => {
      const { token } = await question.people.newcomer();
      const claims = readToken(token)!.claims;
      await expectRefusal(question, makeToken(claims, OTHER_SECRET), 'signed by another key');
      const [header, , signature] = token.split('.');
      const admin = Buffer.from(JSON.stringify({ ...claims, role: 'admin' })).toString('base64url');
      await expectRefusal(question, `${header}.${admin}.${signature}`, 'with another role');
      await expectRefusal(question, token.slice(0, -4), 'with half a signature');
      await expectRefusal(question, `${token}.${signature}`, 'with a fourth part');
    },
  },
  {
    id: 'other-algorithms-are-401',
    title: 'a token that was signed by the right key with another algorithm answers 401',
    likely: 'the list of algorithms that the verification accepts was left out',
    needs: ['start'],
    run: async (question) => {
      const { jwtSecret } = question.people.secrets();
      const claims = await claimsOfSomebody(question);
      for (const alg of ['HS384', 'HS512']) {
        await expectRefusal(question, makeToken(claims, jwtSecret, { alg }), `with alg ${alg}`);
      }
    },
  },
  {
    id: 'old-tokens-are-401',
    title: 'a token that has expired, or never will, answers 401',
    likely: {
      200: 'exp is not looked at: a token that was stolen once is good for ever',
      500: 'the error of the expired token is caught by nobody',
      else: 'the one place that answers errors does not know this refusal',
    },
    needs: ['start'],
    run: async (question) => {
      const { jwtSecret } = question.people.secrets();
      const claims = await claimsOfSomebody(question);
      const iat = Number(claims['iat']) - 2 * HOUR_S;
      const expired = makeToken({ ...claims, iat, exp: iat + HOUR_S }, jwtSecret);
      await expectRefusal(question, expired, 'an hour old');
      const { exp: _, ...endless } = claims;
      await expectRefusal(question, makeToken(endless, jwtSecret), 'without exp');
    },
  },
  {
    id: 'tokens-for-others-are-401',
    title: 'a token of another issuer, or for another audience, answers 401',
    likely: 'iss or aud is written into tokens and never compared',
    needs: ['start'],
    run: async (question) => {
      const { jwtSecret } = question.people.secrets();
      const claims = await claimsOfSomebody(question);
      for (const claim of ['iss', 'aud']) {
        const foreign = makeToken({ ...claims, [claim]: 'somebody-else' }, jwtSecret);
        await expectRefusal(question, foreign, `with another ${claim}`);
        const { [claim]: _, ...without } = claims;
        await expectRefusal(question, makeToken(without, jwtSecret), `without ${claim}`);
      }
    },
  },
];

async function claimsOfSomebody({ people }: Question): Promise<expect.Json> {
  return readToken((await people.newcomer()).token)?.claims ?? {};
}

/** Ends the check unless a token is refused as RFC 6750 wants it. */
async function expectRefusal({ people }: Question, token: string, how: string) {
  const answer = await people.nobody.as(bearer(token)).get('/api/v1/me');
  expect.status(answer, 401, `for a token ${how}`);
  const challenge = expect.hasHeader(answer, 'WWW-Authenticate');
  expect.that(/^Bearer\b/i.test(challenge), 'WWW-Authenticate: Bearer', answer);
}

import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { accessSettings, newSecrets } from '../../../src/checker/people/secrets.ts';
import { makeToken, readToken } from '../../../src/checker/people/token.ts';

test('a token is read as it was made', () => {
  const token = makeToken({ sub: '7' }, 'secret');
  expect(readToken(token)).toEqual({ header: { alg: 'HS256', typ: 'JWT' }, claims: { sub: '7' } });
});

test('a token is signed over its header and its claims', () => {
  const [header, claims, signature] = makeToken({ sub: '7' }, 'secret', { alg: 'HS512' }).split(
    '.',
  );
  const wanted = createHmac('sha512', 'secret').update(`${header}.${claims}`).digest('base64url');
  expect(signature).toBe(wanted);
});

test('with no algorithm of ours the signature is empty', () => {
  expect(makeToken({}, 'secret', { alg: 'none' })).toMatch(/\.$/);
});

test.each(['', 'x', 'a.b.c', undefined])('%j is no token', (text) => {
  expect(readToken(text)).toBeNull();
});

test.each([
  [1, []],
  [2, ['API_KEY']],
  [3, ['API_KEY']],
])('a service of stage %i is told %j', (stage, names) => {
  expect(Object.keys(accessSettings(stage, newSecrets()))).toEqual(names);
});

test('from stage 4 there are tokens, and no key', () => {
  const settings = accessSettings(4, newSecrets());
  expect(settings).toHaveProperty('JWT_SECRET');
  expect(settings).not.toHaveProperty('API_KEY');
});

import { describe, expect, test } from 'vitest';
import { admit } from '../../../src/site/served/admission.ts';

const door = { host: '127.0.0.1:4000', token: 'right' };
const cookie = 'create-backend-4000=right';

describe('at the door of the served pages', () => {
  test('the token lets in once, becomes a cookie that no other site can send, and leaves the address', () => {
    const url = '/lesson/in-memory/04-validation?token=right';
    expect(admit({ method: 'GET', url, headers: { host: door.host } }, door)).toEqual({
      is: 'welcome',
      cookie: 'create-backend-4000=right; HttpOnly; SameSite=Strict; Path=/',
      location: '/lesson/in-memory/04-validation',
    });
  });

  test('the cookie lets in', () => {
    const headers = { host: door.host, cookie: `other=1; ${cookie}` };
    expect(admit({ method: 'GET', url: '/', headers }, door)).toEqual({ is: 'admitted' });
  });

  test.each([
    ['no token', { host: door.host }],
    ['the token of another port', { host: door.host, cookie: 'create-backend-4001=right' }],
    ['a wrong token', { host: door.host, cookie: 'create-backend-4000=wrong' }],
    ['a name that was made to point here', { host: 'evil.example:4000', cookie }],
    ['another origin', { host: door.host, cookie, origin: 'http://evil.example' }],
    ['another port of this machine', { host: door.host, cookie, origin: 'http://127.0.0.1:3000' }],
    [
      'an image in the page of another site',
      { host: door.host, cookie, 'sec-fetch-site': 'cross-site' },
    ],
  ])('%s is refused', (_what, headers) => {
    expect(admit({ method: 'GET', url: '/', headers }, door).is).toBe('refused');
  });

  test('what changes something must say where it comes from', () => {
    const asked = { method: 'POST', url: '/', headers: { host: door.host, cookie } };
    expect(admit(asked, door).is).toBe('refused');
    const own = { ...asked.headers, origin: `http://${door.host}` };
    expect(admit({ ...asked, headers: own }, door).is).toBe('admitted');
  });
});

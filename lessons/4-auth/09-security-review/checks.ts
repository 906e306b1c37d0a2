import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { AUDIT_LOG } from '../../../src/checker/people/audit-trail.ts';
import { LOGIN } from '../../../src/checker/people/person.ts';

/** Where strangers look first for what was forgotten. */
const wellKnown = [
  '/debug',
  '/debug/config',
  '/config',
  '/env',
  '/.env',
  '/.git/config',
  '/status',
];
/** Fewer than an account's guesses, so that it is not locked. */
const masterPasswords = ['support', 'admin', 'letmein', 'changeme'];

/** Lesson 09: what a review of the whole turns up, by numbers of the OWASP API Security Top 10. */
export const checks: readonly Check[] = [
  {
    id: 'nothing-forgotten-is-open',
    title: 'what a stranger finds without a token is documented: no debug page, no older API',
    likely:
      'a route for a bad day was left in, or an old version goes on beside the new one (API9)',
    run: async ({ people, resource }) => {
      const older = ['', '/api', '/api/v0'].map((before) => `${before}/${resource.path}`);
      for (const path of [...wellKnown, ...older]) {
        const answer = await people.nobody.get(path);
        expect.status(answer, [401, 403, 404], `for GET ${path} without a token`);
      }
    },
  },
  {
    id: 'admins-have-pages-too',
    title: 'the audit log and the users come in pages of at most 100, for admins too',
    likely: 'whoever may read all may read all at once: one request keeps the database busy (API4)',
    needs: ['admin'],
    run: async ({ people }) => {
      const { api } = await people.admin();
      for (const path of [AUDIT_LOG, '/api/v1/users']) {
        const answer = await api.get(`${path}?limit=1000000`);
        expect.status(answer, [400, 422], `for a million at once from ${path}`);
      }
    },
  },
  {
    id: 'no-password-fits-all',
    title: 'no password opens an account but its own',
    likely: 'a master password: one leak of one word, and every account is open (API2)',
    run: async ({ people }) => {
      const { email } = await people.newcomer();
      for (const password of masterPasswords) {
        const answer = await people.nobody.post(LOGIN, { email, password });
        expect.status(answer, 401, `for the password "${password}"`);
      }
    },
  },
];

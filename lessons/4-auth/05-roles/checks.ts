import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { logIn, newRegistration, REGISTER } from '../../../src/checker/people/person.ts';
import { readToken } from '../../../src/checker/people/token.ts';

const USERS = '/api/v1/users';

/** Lesson 05: who may do what. */
export const checks: readonly Check[] = [
  {
    id: 'users-are-listed-for-admins',
    title: 'GET /api/v1/users answers admins 200, and nobody learns a hash from it',
    likely: 'the list has another shape, or holds the rows as they lie in the table',
    needs: ['admin'],
    run: async ({ people }) => {
      const answer = await (await people.admin()).api.get(`${USERS}?limit=100`);
      expect.status(answer, 200);
      const [first] = expect.items(answer);
      const fields = Object.keys(first ?? {}).sort();
      expect.same(fields, ['created_at', 'email', 'id', 'name', 'role'], 'the fields', answer);
    },
  },
  {
    id: 'users-are-not-for-users',
    title: 'GET /api/v1/users answers a user 403, and nobody 401',
    likely: {
      200: 'whoever is logged in may do everything: authentication was taken for authorization',
      401: '401 asks who you are; who is known and may not is answered 403',
      403: '403 says that you may not; who is not known is asked first, by 401',
      else: 'the one place that answers errors does not know this refusal',
    },
    run: async ({ people }) => {
      const person = await people.newcomer();
      expect.status(await person.api.get(USERS), 403, 'for a user');
      expect.status(await people.nobody.get(USERS), 401, 'for nobody');
    },
  },
  {
    id: 'roles-are-given-by-admins',
    title: 'PATCH /api/v1/users/{id} by an admin gives the role, which the next token has',
    likely: 'the role is not stored, or the token takes it from somewhere else',
    needs: ['admin'],
    run: async ({ people }) => {
      const [admin, person] = [await people.admin(), await people.newcomer()];
      const answer = await admin.api.patch(`${USERS}/${String(person.id)}`, { role: 'admin' });
      expect.status(answer, 200);
      expect.same(expect.object(answer)['role'], 'admin', '`role`', answer);
      const again = await logIn(people.nobody, person);
      expect.same(readToken(again.token)?.claims['role'], 'admin', '`role` of the next token');
      expect.status(await again.api.get(USERS), 200, 'for the new admin');
    },
  },
  {
    id: 'nobody-promotes-themselves',
    title: 'PATCH of one’s own role answers a user 403 and changes nothing',
    likely: 'the route looks whose user it is instead of who may',
    run: async ({ people }) => {
      const person = await people.newcomer();
      const answer = await person.api.patch(`${USERS}/${String(person.id)}`, { role: 'admin' });
      expect.status(answer, 403);
      const me = await person.api.get('/api/v1/me');
      expect.same(expect.object(me)['role'], 'user', '`role` afterwards', me);
    },
  },
  {
    id: 'roles-are-not-registered',
    title: 'a registration with a role or an id is refused, and makes no admin',
    likely: 'what the request says is stored: whoever likes registers as an admin',
    run: async ({ people }) => {
      for (const extra of [{ role: 'admin' }, { id: 1 }, { is_admin: true }]) {
        const json = { ...newRegistration(), ...extra };
        const answer = await people.nobody.post(REGISTER, json);
        expect.status(answer, 422, `for ${JSON.stringify(extra)}`);
      }
    },
  },
  {
    id: 'odd-roles-are-refused',
    title: 'a role that there is not answers 422, and a user that there is not 404',
    likely:
      'the role is taken as it comes, or made to fit: one that is misspelt has rights, or none',
    needs: ['admin'],
    run: async ({ people }) => {
      const [admin, person] = [await people.admin(), await people.newcomer()];
      for (const role of ['Admin', 'root', '', null, 1]) {
        const answer = await admin.api.patch(`${USERS}/${String(person.id)}`, { role });
        expect.status(answer, 422, `for the role ${JSON.stringify(role)}`);
      }
      expect.status(await admin.api.patch(`${USERS}/999999999`, { role: 'user' }), 404);
    },
  },
  {
    id: 'reopening-is-for-admins',
    title: 'a user who reopens a closed {item} is answered 403; an admin may',
    likely: {
      200: 'nothing looks at the role: the policy knows of reopening, and nobody asks it',
      404: 'the refusal is taken for an unknown {item}',
      409: 'the rule of before answers first; to reopen is allowed, if not to everybody',
      else: 'the one place that answers errors does not know this refusal',
    },
    needs: ['admin'],
    run: async ({ people, resource }) => {
      const [person, admin] = [await people.newcomer(), await people.admin()];
      const { name } = resource.closes;
      const { id } = await person.api.given();
      const path = person.api.item(id);
      await person.api.patch(path, { [name]: true });
      expect.status(await person.api.patch(path, { [name]: false }), 403, 'for a user');
      expect.same((await person.api.stored(id))[name], true, `\`${name}\` afterwards`);
      expect.status(await admin.api.patch(path, { [name]: false }), 200, 'for an admin');
    },
  },
  {
    id: 'strangers-become-no-admins',
    title: 'make-admin of an e-mail that nobody has registered ends with an error',
    likely: 'the update found no row, and nobody looked how many it found',
    needs: ['admin', 'start'],
    run: async ({ people }) => {
      const { isDone, said } = await people.makeAdmin(newRegistration().email);
      expect.that(!isDone, 'an exit code that is not 0, and why', undefined, said);
    },
  },
];

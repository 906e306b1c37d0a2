import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { LOGIN, newRegistration, REGISTER } from '../../../src/checker/people/person.ts';
import { hashChecks } from './hash-checks.ts';

const USER_FIELDS = ['created_at', 'email', 'id', 'name', 'role'];
const SHORTEST = 12;
const LONGEST = 128;

/** Lesson 01: who registers, and what becomes of the password. */
export const checks: readonly Check[] = [
  {
    id: 'passwords-stay-inside',
    title: 'no answer about a user holds the password or its hash',
    likely: 'the whole row goes out; what goes out is shaped on purpose, field by field',
    run: async ({ people }) => {
      const person = await people.newcomer();
      const { nobody } = people;
      const again = await nobody.post(REGISTER, newRegistration({ password: person.password }));
      const login = await nobody.post(LOGIN, { email: person.email, password: person.password });
      for (const answer of [again, login, await person.api.get('/api/v1/me')]) {
        const text = answer.body.toString();
        const isSilent = !text.includes(person.password) && !/\$argon2|\$2[aby]\$|hash/i.test(text);
        expect.that(isSilent, 'no password and no hash in the answer', answer);
      }
    },
  },
  {
    id: 'registering-answers-the-user',
    title: 'POST /api/v1/auth/register answers 201 with id, name, e-mail, role and created_at',
    likely: 'the answer is the row as it lies in the table, or something is left out of it',
    run: async ({ people }) => {
      const registration = newRegistration();
      const answer = await people.nobody.post(REGISTER, registration);
      expect.status(answer, 201);
      const user = expect.object(answer);
      expect.same(Object.keys(user).sort(), USER_FIELDS, 'the list of fields', answer);
      expect.same(user['name'], registration.name, '`name`', answer);
      expect.same(user['role'], 'user', '`role`', answer);
    },
  },
  {
    id: 'emails-compare-without-case',
    title: 'an e-mail is the same in capitals: registering answers 409, and logging in works',
    likely: {
      201: 'the e-mails are compared letter by letter: one person becomes two users',
      else: 'the case is ignored at registration and not at login, or the other way round',
    },
    run: async ({ people }) => {
      const { email, password } = await people.newcomer();
      const twin = newRegistration({ email: email.toUpperCase() });
      expect.status(await people.nobody.post(REGISTER, twin), 409, `${email} is registered`);
      const login = { email: email.toUpperCase(), password };
      expect.status(await people.nobody.post(LOGIN, login), 200, 'for the e-mail in capitals');
    },
  },
  {
    id: 'short-passwords-are-refused',
    title: `a password has ${SHORTEST} to ${LONGEST} characters, whatever they are`,
    likely: 'the limits are other ones, or they count bytes instead of characters',
    run: async ({ people }) => {
      for (const [length, wanted] of lengths) {
        const password = '🔑'.repeat(length);
        const answer = await people.nobody.post(REGISTER, newRegistration({ password }));
        expect.status(answer, wanted, `for a password of ${length} characters`);
      }
    },
  },
  {
    id: 'passwords-are-taken-as-typed',
    title: 'no blank, capital or late character of a password is lost',
    likely: 'the password is trimmed, lower-cased, or cut at 72 bytes as bcrypt does',
    run: async ({ people }) => {
      const password = ` Correct horse ${'x'.repeat(70)}Z `;
      const { email } = await people.newcomer({ password });
      const logIn = (typed: string) => people.nobody.post(LOGIN, { email, password: typed });
      const others = [password.trim(), password.toLowerCase(), password.replace('Z ', 'Y ')];
      for (const other of others) {
        const answer = await logIn(other);
        expect.that(answer.status >= 400, 'a refusal of another password', answer);
      }
      expect.status(await logIn(password), 200, 'for the very password');
    },
  },
  {
    id: 'odd-registrations-are-422',
    title: 'a registration that lacks something, or holds what is no e-mail, answers 422',
    likely: {
      201: 'the schema lets it through: any text is an e-mail, or something is not required',
      422: 'the fault is found, and the answer does not say in which field it is',
      else: 'the body of this route goes past the schema',
    },
    run: async ({ people }) => {
      for (const [pointer, wrong] of oddities) {
        const json = { ...newRegistration(), ...wrong };
        const answer = await people.nobody.send({ method: 'POST', path: REGISTER, json });
        expect.status(answer, 422, `for ${JSON.stringify(wrong)}`);
        const isNamed = expect.pointers(answer).includes(pointer);
        expect.that(isNamed, `an error that points to ${pointer}`, answer);
      }
    },
  },
  ...hashChecks,
];

const lengths: readonly (readonly [length: number, status: number])[] = [
  [SHORTEST - 1, 422],
  [SHORTEST, 201],
  [LONGEST, 201],
  [LONGEST + 1, 422],
];

const oddities: readonly (readonly [pointer: string, wrong: expect.Json])[] = [
  ['/body/email', { email: 'not-an-email' }],
  ['/body/email', { email: undefined }],
  ['/body/password', { password: 123_456_789_012 }],
  ['/body/name', { name: '' }],
];

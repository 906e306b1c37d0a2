import type { Api } from '../../../src/checker/api.ts';
import type { Check, Question } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import type { Request } from '../../../src/checker/http/exchange.ts';
import { AUDIT_LOG, recorded } from '../../../src/checker/people/audit-trail.ts';
import { LOGIN, newRegistration, REGISTER } from '../../../src/checker/people/person.ts';
import { integrityChecks } from './integrity-checks.ts';

const FIELDS = ['action', 'actor_id', 'at', 'id', 'outcome', 'request_id', 'target'];
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

/** Lesson 06: who did what, and when. */
export const checks: readonly Check[] = [
  {
    id: 'audit-log-is-for-admins',
    title: 'GET /api/v1/audit-log answers an admin a page of entries, and a user 403',
    likely: 'the route has no look at the role, or the entries have other fields',
    needs: ['admin'],
    run: async ({ people }) => {
      const [admin, person] = [await people.admin(), await people.newcomer()];
      expect.status(await person.api.get(AUDIT_LOG), 403, 'for a user');
      const answer = await admin.api.get(`${AUDIT_LOG}?limit=2`);
      expect.status(answer, 200, 'for an admin');
      const [entry] = expect.items(answer);
      expect.same(Object.keys(entry ?? {}).sort(), FIELDS, 'the fields of an entry', answer);
      expect.that(moment.test(String(entry?.['at'])), '`at` is a moment in UTC', answer);
      const { total, limit } = expect.object(answer);
      expect.that(Number(total) >= 2 && limit === 2, '`total` and `limit` as in any list', answer);
    },
  },
  {
    id: 'changes-are-recorded',
    title: 'creating, changing and deleting {an item} leaves one entry each, with the request’s id',
    likely: 'one of the routes records nothing, or records twice',
    needs: ['admin'],
    run: async (question) => {
      const { people, items } = question;
      const { api, id: actor } = await people.newcomer();
      const { id } = await expectEntry(question, api, post(api.list, items.valid()), actor);
      const path = api.item(id);
      const { field, value } = items.change(await api.stored(id));
      const patch = { method: 'PATCH', path, json: { [field.name]: value } };
      await expectEntry(question, api, patch, actor);
      await expectEntry(question, api, { method: 'PUT', path, json: items.valid() }, actor);
      await expectEntry(question, api, { method: 'DELETE', path }, actor);
    },
  },
  {
    id: 'comments-are-recorded',
    title: 'creating and deleting a comment leaves one entry each',
    likely: 'what came with an earlier stage was forgotten: its routes record nothing',
    needs: ['admin'],
    run: async (question) => {
      const { api, id: actor } = await question.people.newcomer();
      const comments = `${api.item((await api.given()).id)}/comments`;
      const { id } = await expectEntry(question, api, post(comments, { body: 'Well' }), actor);
      const path = `${comments}/${String(id)}`;
      await expectEntry(question, api, { method: 'DELETE', path }, actor);
    },
  },
  {
    id: 'imports-are-recorded',
    title: 'an import leaves an entry for what it has created',
    likely: 'the import writes its rows in another way than POST, and records nothing',
    needs: ['admin'],
    run: async ({ people, items }) => {
      const [{ api }, admin] = [await people.newcomer(), await people.admin()];
      const request = post(`${api.list}/imports`, { items: [items.valid()] });
      const { answer, entries } = await recorded(api, request, admin.api);
      expect.success(answer);
      expect.that(entries.length > 0, 'an entry with the id of the request', answer, 'no entry');
    },
  },
  {
    id: 'logins-are-recorded',
    title: 'a registration, a login and a failed login leave one entry each, told apart',
    likely: 'failed logins leave no entry, or one like all others: who guesses cannot be seen',
    needs: ['admin'],
    run: async (question) => {
      const { nobody } = question.people;
      const registration = newRegistration();
      const { email, password } = registration;
      await expectEntry(question, nobody, post(REGISTER, registration));
      const well = await entryOf(question, nobody, post(LOGIN, { email, password }));
      const ill = await entryOf(question, nobody, post(LOGIN, { email, password: 'not this one' }));
      const isTold = well['outcome'] !== ill['outcome'];
      const got = `both outcomes are ${expect.show(ill['outcome'])}`;
      expect.that(isTold, 'another outcome for the failed login', undefined, got);
    },
  },
  {
    id: 'refusals-are-recorded',
    title: 'what answers 403 leaves one entry',
    likely: 'nothing records refusals, or they are thrown past what does',
    needs: ['admin'],
    run: async (question) => {
      const { api, id } = await question.people.newcomer();
      const entry = await entryOf(question, api, { method: 'GET', path: '/api/v1/users' });
      expect.same(entry['actor_id'], id, '`actor_id`');
    },
  },
  {
    id: 'role-changes-are-recorded',
    title: 'a change of role leaves one entry, by the admin who made it',
    likely: 'the most important change of all goes another way, and is not recorded',
    needs: ['admin'],
    run: async (question) => {
      const [admin, person] = [await question.people.admin(), await question.people.newcomer()];
      const path = `/api/v1/users/${String(person.id)}`;
      const request = { method: 'PATCH', path, json: { role: 'admin' } };
      await expectEntry(question, admin.api, request, admin.id);
    },
  },
  {
    id: 'audit-log-is-filtered',
    title: 'the filters actor and action of the audit log find what they name, and nothing else',
    likely: 'the filter is read and not used, or compares something else',
    needs: ['admin'],
    run: async ({ people }) => {
      const [{ api, id: actor }, admin] = [await people.newcomer(), await people.admin()];
      await api.given();
      const found = await entriesFor(admin.api, `actor=${String(actor)}`);
      expect.that(found.length > 0, 'entries of the actor', undefined, 'there are none');
      const actors = new Set(found.map((entry) => entry['actor_id']));
      expect.same([...actors], [actor], 'the actors that were found');
      const { action } = found[0]!;
      const query = `actor=${String(actor)}&action=${encodeURIComponent(String(action))}`;
      const actions = (await entriesFor(admin.api, query)).map((entry) => entry['action']);
      expect.same([...new Set(actions)], [action], 'the actions that were found');
    },
  },
  ...integrityChecks,
];

function post(path: string, json: unknown): Request {
  return { method: 'POST', path, json };
}

/** Sends what has to succeed; ends the check unless exactly one entry tells of it. */
async function expectEntry(question: Question, asker: Api, request: Request, actor?: unknown) {
  const admin = await question.people.admin();
  const { answer, entries } = await recorded(asker, request, admin.api);
  expect.success(answer);
  const got = `${entries.length} entries`;
  expect.that(entries.length === 1, 'one entry with the id of the request', answer, got);
  if (actor !== undefined) expect.same(entries[0]!['actor_id'], actor, '`actor_id`', answer);
  return expect.isObject(answer.json) ? answer.json : {};
}

/** The only entry that a request has left, whatever it answered. */
async function entryOf({ people }: Question, asker: Api, request: Request): Promise<expect.Json> {
  const { answer, entries } = await recorded(asker, request, (await people.admin()).api);
  const got = `${entries.length} entries`;
  expect.that(entries.length === 1, 'one entry with the id of the request', answer, got);
  return entries[0]!;
}

async function entriesFor(admin: Api, query: string): Promise<expect.Json[]> {
  const answer = await admin.get(`${AUDIT_LOG}?limit=100&${query}`);
  expect.status(answer, 200);
  return expect.items(answer);
}

import type { Check, Question } from '../../../src/checker/check.ts';
import { rowsWith } from '../../../src/checker/database/rows.ts';
import type { ServiceDatabase } from '../../../src/checker/database/service-database.ts';
import * as expect from '../../../src/checker/expect.ts';
import { NotRunnable } from '../../../src/checker/failure.ts';
import { AUDIT_LOG, newestEntries, recorded } from '../../../src/checker/people/audit-trail.ts';
import { LOGIN, newRegistration, REGISTER } from '../../../src/checker/people/person.ts';

/** The checks of whether the log can be believed. */
export const integrityChecks: readonly Check[] = [
  {
    id: 'failed-changes-leave-no-entry',
    title: 'what was refused as 409, 404 or 422 is not in the log as if it had happened',
    likely: 'the entry is written first, in a transaction of its own',
    needs: ['admin'],
    run: async ({ people, items, resource }) => {
      const [{ api }, admin] = [await people.newcomer(), await people.admin()];
      const item = await api.given();
      const taken = items.valid({ [resource.key.name]: item[resource.key.name] });
      for (const request of [
        { method: 'POST', path: api.list, json: taken },
        { method: 'POST', path: `${api.list}/imports`, json: { items: [items.valid(), taken] } },
        { method: 'DELETE', path: api.missing },
        { method: 'POST', path: api.list, json: {} },
      ]) {
        const { answer, entries } = await recorded(api, request, admin.api);
        const wrong = entries.find(({ outcome }) => outcome === 'success');
        expect.that(wrong === undefined, 'no entry of a success', answer, expect.show(wrong));
      }
    },
  },
  {
    id: 'no-entry-no-change',
    title: 'where the entry cannot be written, the change does not happen either',
    likely: 'the entry is written after the commit: what fails between the two goes unrecorded',
    needs: ['admin', 'start'],
    run: async (question) => {
      const { api } = await question.people.newcomer();
      const { table, database } = await auditTable(question);
      const before = await api.listed('limit=100');
      await database.query(`ALTER TABLE ${table} RENAME TO check_has_it`);
      const answer = await api.post(api.list, question.items.valid());
      await database.query(`ALTER TABLE check_has_it RENAME TO ${table}`);
      expect.that(answer.status >= 500, 'an error: the entry cannot be written', answer);
      expect.same(await api.listed('limit=100'), before, 'the list afterwards', answer);
    },
  },
  {
    id: 'entries-cannot-be-changed',
    title: 'the database refuses to change or delete an entry of the log',
    likely: 'the log is a table like any other: who has broken in wipes the traces',
    needs: ['admin', 'start'],
    run: async (question) => {
      const { table, database } = await auditTable(question);
      for (const statement of [
        `UPDATE ${table} SET action = 'nothing'`,
        `DELETE FROM ${table}`,
        `TRUNCATE ${table}`,
      ]) {
        const isRefused = await refuses(database, statement);
        expect.that(isRefused, `an error for ${statement}`, undefined, 'it is done');
      }
    },
  },
  {
    id: 'log-is-only-read',
    title: 'no method changes the log over HTTP, not even for an admin',
    likely: 'the routes were made for all tables alike',
    needs: ['admin'],
    run: async ({ people }) => {
      const { api } = await people.admin();
      const [entry] = await newestEntries(api);
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
        for (const path of [AUDIT_LOG, `${AUDIT_LOG}/${String(entry?.['id'])}`]) {
          const answer = await api.send({ method, path, json: {} });
          expect.status(answer, [404, 405], `for ${method} ${path}`);
        }
      }
    },
  },
  {
    id: 'log-holds-no-secrets',
    title: 'no entry holds a password or a token, of failed logins neither',
    likely: 'the body of the request is recorded, since it was at hand',
    needs: ['admin'],
    run: async ({ people }) => {
      const admin = await people.admin();
      const registration = newRegistration();
      const { email, password } = registration;
      await people.nobody.post(REGISTER, registration);
      await people.nobody.post(LOGIN, { email, password: `${password}!` });
      const text = JSON.stringify(await newestEntries(admin.api));
      const isClean = !text.includes(password) && !/eyJ[\w-]+\.eyJ/.test(text);
      expect.that(isClean, 'entries without the password', undefined, 'it stands in the log');
    },
  },
];

/** The table that the log is kept in, found by an entry that was just made. */
async function auditTable({ people, service }: Question) {
  const { database } = service;
  if (database === null) throw new NotRunnable('it looks into the database, which is not known');
  const admin = await people.admin();
  const { api } = await people.newcomer();
  const request = { method: 'GET', path: '/api/v1/users' };
  const { answer } = await recorded(api, request, admin.api);
  const id = new Map(answer.request.headers).get('X-Request-Id')!;
  const [row] = await rowsWith(database, id);
  if (row === undefined) throw new NotRunnable('it looks for an entry, and no table holds it');
  return { table: row.table, database };
}

async function refuses(database: ServiceDatabase, statement: string): Promise<boolean> {
  try {
    await database.query(statement);
    return false;
  } catch {
    return true;
  }
}

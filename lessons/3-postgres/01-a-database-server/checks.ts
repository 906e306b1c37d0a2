import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { anotherService, serviceBeside } from '../another-service.ts';
import { backupChecks } from './backup-checks.ts';
import { ruleChecks } from './rule-checks.ts';

/** Longest time that a service may take to refuse its settings, in milliseconds. */
const REFUSED_WITHIN_MS = 5_000;
/** The largest id that fits into 32 bits. */
const LAST_SMALL_ID = 2 ** 31 - 1;
const CLOCKS_APART_MS = 60_000;

/** Lesson 01: the data are on a server, which others use too. */
export const checks: readonly Check[] = [
  {
    id: 'database-url-is-required',
    title: 'without DATABASE_URL the service does not start, and says what is missing',
    likely: 'an address of a database is written into the code, for when none is given',
    needs: ['start'],
    run: async ({ service }) => {
      const launched = await service.launch({ DATABASE_URL: undefined }, REFUSED_WITHIN_MS);
      const { start } = launched;
      const expected = 'without DATABASE_URL the process ends within 5 s, not with exit code 0';
      if (start.end !== 'ended')
        return expect.that(false, expected, undefined, 'it goes on running');
      expect.that(start.how.exitCode !== 0, expected, undefined, 'exit code 0');
      const said = launched.service.log.since(0).join('\n').trim();
      const sentence = 'a sentence on the terminal that names DATABASE_URL';
      expect.that(said.includes('DATABASE_URL'), sentence, undefined, said || 'it says nothing');
    },
  },
  {
    id: 'password-stays-secret',
    title: 'the password in DATABASE_URL is in no answer and in no line of the log',
    likely: 'the address of the database is logged or answered as a whole, password included',
    needs: ['start'],
    run: async (question) => {
      const password = question.random.word(24);
      const DATABASE_URL = `postgres://somebody:${password}@127.0.0.1:1/nothing`;
      const { api, service } = await serviceBeside(question, { DATABASE_URL });
      // Nobody can register where no database is.
      const nobody = api.as([]);
      for (const path of [api.list, '/health/ready']) {
        const answer = await nobody.get(path);
        const isSilent = !answer.body.toString().includes(password);
        expect.that(isSilent, 'an answer without the password', answer);
      }
      const telling = service.log.since(0).find((line) => line.includes(password));
      expect.that(telling === undefined, 'a log without the password', undefined, telling);
    },
  },
  {
    id: 'instances-share-the-data',
    title: 'what one process of the service stores, another one finds at once',
    likely: 'something is kept in the memory of the process, or in a file beside it',
    needs: ['start'],
    run: async (question) => {
      const { api, items } = question;
      const other = await serviceBeside(question);
      const item = await api.given();
      const found = await other.api.get(api.item(item.id));
      expect.status(found, 200, 'for the item that the other process has made');
      await api.stored(item.id);
      const { field, value } = items.change(item);
      expect.success(await other.api.patch(api.item(item.id), { [field.name]: value }));
      const seen = (await api.stored(item.id))[field.name];
      expect.same(seen, value, `\`${field.name}\` after the other process has changed it`);
    },
  },
  {
    id: 'ids-outgrow-32-bits',
    title: 'ids beyond 2147483647 are given, found and answered exactly',
    likely: {
      500: 'the column of the id has 32 bits, and the sequence has come to its end',
      else: 'the id is made smaller on its way from the database to the answer',
    },
    needs: ['start'],
    run: async (question) => {
      const { api, database } = await anotherService(question);
      await database.query(`SELECT setval(quote_ident(schemaname) || '.' || quote_ident(sequencename),
        ${LAST_SMALL_ID}) FROM pg_sequences WHERE schemaname = 'public'`);
      const answer = await api.post(api.list, question.items.valid());
      expect.status(answer, 201, `after the id ${LAST_SMALL_ID}`);
      expect.same(expect.object(answer)['id'], LAST_SMALL_ID + 1, '`id`', answer);
      const found = await api.get(api.item(LAST_SMALL_ID + 1));
      expect.status(found, 200);
      expect.same(expect.object(found)['id'], LAST_SMALL_ID + 1, '`id`', found);
    },
  },
  {
    id: 'times-are-utc-in-any-zone',
    title: 'times are in UTC, whatever the zone of the machine and of the database',
    likely: 'a time is read as the database prints it for its own zone',
    needs: ['start', 'real-postgres'],
    run: async (question) => {
      const { database } = await anotherService(question);
      const [row] = await database.query<{ name: string }>('SELECT current_database() AS name');
      await database.query(`ALTER DATABASE ${row!.name} SET timezone = 'Asia/Kolkata'`);
      const settings = { DATABASE_URL: database.url, TZ: 'America/St_Johns' };
      const { api } = await serviceBeside(question, settings);
      const answer = await api.post(api.list, question.items.valid());
      expect.success(answer, 'in another time zone');
      for (const name of ['created_at', 'updated_at']) {
        const time = String(expect.object(answer)[name]);
        const apart = Math.abs(Date.parse(time) - Date.now());
        expect.that(
          time.endsWith('Z') && apart < CLOCKS_APART_MS,
          `\`${name}\` is now, in UTC`,
          answer,
        );
      }
    },
  },
  ...ruleChecks,
  ...backupChecks,
];

import { randomUUID } from 'node:crypto';
import type { Check, Question } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { LOGIN, newRegistration, REGISTER } from '../../../src/checker/people/person.ts';
import type { Service } from '../../../src/checker/service/service.ts';
import { linesUntil } from '../../../src/checker/service/log-lines.ts';

/** Characters that are shown of a line on both sides of a secret. */
const SHOWN = 120;

/** The checks of what has no place in a log. */
export const secretChecks: readonly Check[] = [
  {
    id: 'logs-hold-no-passwords',
    title: 'no password is in the log, of what was refused neither',
    likely: 'the body is logged, or the error that quotes it',
    needs: ['start'],
    run: async (question) => {
      const { people, service } = question;
      const mark = service.main.log.end;
      const registration = newRegistration();
      const { email, password } = registration;
      await people.nobody.post(REGISTER, registration);
      await people.nobody.post(REGISTER, { ...registration, role: 'admin' });
      await people.nobody.post(LOGIN, { email, password });
      await people.nobody.post(LOGIN, { email, password: `${password}!` });
      const body = `{"email":"${email}","password":"${password}"`;
      await people.nobody.send({ method: 'POST', path: LOGIN, body, headers: json });
      await expectNothing(question, service.main, mark, [password], 'a password');
    },
  },
  {
    id: 'logs-hold-no-tokens',
    title: 'no token is in the log, of answers, headers and addresses neither',
    likely: 'the headers are logged, or the address with its query',
    needs: ['start'],
    run: async (question) => {
      const { people, service, api } = question;
      const mark = service.main.log.end;
      const { token, api: own } = await people.newcomer();
      await own.get(api.list);
      await own.get(`${api.list}?access_token=${token}`);
      await own.post(api.list, {});
      await people.nobody.as([['Authorization', `Bearer ${token}x`]]).get(api.list);
      await people.nobody.as([['Cookie', `token=${token}`]]).get(api.list);
      await expectNothing(question, service.main, mark, [token], 'a token');
    },
  },
  {
    id: 'logs-hold-no-settings',
    title: 'no secret setting is in the log, even while the database cannot be reached',
    likely: 'the settings are logged as a whole, by themselves or with an error',
    needs: ['start'],
    run: async (question) => {
      const password = 'canary-in-the-coal-mine';
      const DATABASE_URL = `postgres://app:${password}@127.0.0.1:1/app`;
      const { service } = await question.service.launchBeside({ DATABASE_URL });
      const { secrets, nobody } = question.people;
      const api = nobody.at(service.address);
      await api.post(LOGIN, { email: 'nobody@example.com', password: 'whatever it is' });
      const settings = [password, secrets().jwtSecret];
      await expectNothing({ ...question, api }, service, 0, settings, 'a secret setting');
    },
  },
];

const json = [['Content-Type', 'application/json']] as const;

/** Ends the check where one of the texts stands in the log, once all before is written. */
async function expectNothing(
  { api }: Pick<Question, 'api'>,
  service: Service,
  mark: number,
  secrets: readonly string[],
  what: string,
): Promise<void> {
  const id = `last-${randomUUID()}`;
  await api.send({ method: 'GET', path: '/health/live', headers: [['X-Request-Id', id]] });
  const lines = await linesUntil(service, mark, id);
  const [told] = lines.flatMap((line) =>
    secrets.filter((secret) => line.includes(secret)).map((secret) => around(line, secret)),
  );
  expect.that(told === undefined, `a log without ${what}`, undefined, told);
}

/** The part of a line in which a text stands. */
function around(line: string, text: string): string {
  const from = line.indexOf(text) - SHOWN;
  const to = from + text.length + 2 * SHOWN;
  const shown = line.slice(Math.max(from, 0), to);
  return `${from > 0 ? '…' : ''}${shown}${to < line.length ? '…' : ''}`;
}

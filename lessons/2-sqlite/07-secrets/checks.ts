import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { Failure } from '../../../src/checker/failure.ts';
import { furtherService, mustHaveEnded } from '../further-service.ts';

const ENDED_WITHIN_MS = 5_000;
/** Last stage that has an API key. */
const KEY_UNTIL = 3;
const KEY_LENGTH = 24;

/** Lesson 07: secrets come from outside, and stay inside. */
export const checks: readonly Check[] = [
  {
    id: 'production-wants-a-key',
    title: 'with APP_ENV=production and no API_KEY the service ends, and names what is missing',
    likely:
      'a key for emergencies stands in the code, or nobody asks for it before the first write',
    needs: ['start'],
    until: KEY_UNTIL,
    run: async ({ service }) => {
      const settings = { APP_ENV: 'production', API_KEY: undefined };
      const launched = await service.launch(settings, ENDED_WITHIN_MS);
      const when = 'in production without API_KEY';
      mustHaveEnded(launched, when);
      const said = launched.service.log.since(0).join('\n');
      expect.that(said.includes('API_KEY'), `${when}, a sentence with API_KEY`, undefined, said);
    },
  },
  {
    id: 'production-takes-a-key',
    title: 'with APP_ENV=production and an API_KEY the service starts',
    likely: 'the setting is read by another name than the documented one',
    needs: ['start'],
    until: KEY_UNTIL,
    run: async ({ service, random }) => {
      const API_KEY = random.word(KEY_LENGTH);
      const launched = await service.launch({ APP_ENV: 'production', API_KEY });
      if (launched.start.end === 'ready') return;
      const said = launched.service.log.telling(1).join('');
      const got = said === '' ? 'it does not, and says nothing' : `it does not: ${said}`;
      throw new Failure({ expected: 'it starts, and answers GET /health/live', got });
    },
  },
  {
    id: 'key-is-never-told',
    title: 'the key is in no line of the log and in no answer',
    likely: 'all settings, or all headers of a request, are printed to see what is going on',
    needs: ['start'],
    until: KEY_UNTIL,
    run: async (question) => {
      const API_KEY = question.random.word(KEY_LENGTH);
      const { api, service } = await furtherService(question, { API_KEY, LOG_LEVEL: 'debug' });
      const headers = [['X-API-Key', API_KEY]] as const;
      const requests = [
        { method: 'POST', path: api.list, json: question.items.valid() },
        { method: 'POST', path: api.list, json: { unknown: 1 } },
        { method: 'POST', path: api.list, body: '{' },
        { method: 'DELETE', path: api.missing },
        { method: 'POST', path: `${api.list}/nowhere`, json: {} },
      ];
      for (const request of requests) {
        const answer = await api.send({ ...request, headers });
        const isSilent = !answer.body.includes(API_KEY);
        expect.that(isSilent, 'an answer without the key', answer);
      }
      mustBeSilent(service.log.since(0), API_KEY);
    },
  },
  {
    id: 'wrong-settings-tell-no-key',
    title: 'the sentence about a wrong setting does not hold the key',
    likely: 'the error prints everything that was read, and the log is sent around by mail',
    needs: ['start'],
    until: KEY_UNTIL,
    run: async ({ service, random }) => {
      const API_KEY = random.word(KEY_LENGTH);
      const settings = { PORT: 'banana', API_KEY };
      const launched = await service.launch(settings, ENDED_WITHIN_MS);
      mustBeSilent(launched.service.log.since(0), API_KEY);
    },
  },
];

function mustBeSilent(log: readonly string[], key: string): void {
  const telling = log.find((line) => line.includes(key));
  expect.that(telling === undefined, 'a log without the key', undefined, telling?.trim());
}

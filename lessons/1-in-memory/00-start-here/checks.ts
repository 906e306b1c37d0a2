import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { Failure } from '../../../src/checker/failure.ts';
import type { Service, Start } from '../../../src/checker/service/service.ts';

/** Time in which a service that cannot start must have ended, in milliseconds (contract, Process). */
const ENDS_WITHIN_MS = 5_000;
const GIVEN_UP_MS = 6_000;
const stackTrace = /^\s+at .+:\d+:\d+|Traceback \(most recent|goroutine \d+ \[|^\s+at [\w.$]+\(/m;

/** Lesson 00: the service runs, and ends with a sentence where it cannot. */
export const checks: readonly Check[] = [
  {
    id: 'live-answers-ok',
    title: 'GET /health/live answers 200 {"status":"ok"}',
    likely: {
      404: 'there is no route /health/live',
      else: 'the route exists and answers something else',
    },
    run: async ({ api }) => {
      const answer = await api.get('/health/live');
      expect.status(answer, 200);
      expect.same(answer.json, { status: 'ok' }, 'the body', answer);
    },
  },
  {
    id: 'taken-port-ends-it',
    title: 'on a port that is taken, the service ends with one clear sentence',
    likely: 'the error of listening is thrown away, retried for ever, or printed as a stack trace',
    needs: ['start'],
    run: async ({ service }) => {
      const port = String(await service.occupiedPort());
      mustEnd(await service.launch({ PORT: port }, GIVEN_UP_MS), 'with its port taken', port);
    },
  },
  {
    id: 'wrong-setting-ends-it',
    title: 'with PORT=banana the service ends with one clear sentence that names PORT',
    likely: 'the settings are not checked when the service starts: banana becomes NaN or a default',
    needs: ['start'],
    run: async ({ service }) => {
      mustEnd(await service.launch({ PORT: 'banana' }, GIVEN_UP_MS), 'with PORT=banana', 'PORT');
    },
  },
];

/** Both what ended it and what to do about it have to be on the terminal, and no more. */
function mustEnd(
  { service, start }: { service: Service; start: Start },
  when: string,
  named: string,
) {
  const expected = `${when}, the process ends within 5 s and not with exit code 0`;
  if (start.end !== 'ended') {
    const ports = start.end === 'silent' ? start.ports : [];
    throw new Failure({ expected, got: ['it goes on running', ...ports].join(', on port ') });
  }
  const { exitCode } = start.how;
  expect.that(exitCode !== 0, expected, undefined, `exit code ${exitCode}`);
  expect.that(start.milliseconds <= ENDS_WITHIN_MS, expected, undefined, 'it took longer');
  const said = service.log.since(0).join('\n').trim();
  const sentence = `${when}, a sentence on the terminal that names ${named}`;
  expect.that(said.includes(named), sentence, undefined, said === '' ? 'it says nothing' : said);
  expect.that(!stackTrace.test(said), `${when}, a sentence and no stack trace`, undefined, said);
}

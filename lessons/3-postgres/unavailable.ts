import type { Api } from '../../src/checker/api.ts';
import * as expect from '../../src/checker/expect.ts';
import { Failure } from '../../src/checker/failure.ts';
import { header, type Answer } from '../../src/checker/http/exchange.ts';

/** Time in which a service has its database again, in milliseconds (contract, stage 3). */
const RECOVERED_WITHIN_MS = 10_000;
const ASKED_EVERY_MS = 100;

/** Ends the check as failed unless the answer is the one of a service without its database. */
export function mustBeUnavailable(answer: Answer, why: string): void {
  expect.status(answer, 503, why);
  const type = header(answer, 'content-type') ?? 'none';
  const isProblem = type.startsWith('application/problem+json');
  expect.that(isProblem, 'application/problem+json', answer, `Content-Type: ${type}`);
  const patience = expect.hasHeader(answer, 'Retry-After');
  const isTime = /^\d+$/.test(patience) || !Number.isNaN(Date.parse(patience));
  expect.that(isTime, 'Retry-After in seconds or as a date', answer, `Retry-After: ${patience}`);
}

/** Waits until the list answers 200 again; ends the check as failed when it does not. */
export async function mustRecover(api: Api): Promise<void> {
  const since = performance.now();
  for (;;) {
    const answer = await api.get(api.list);
    if (answer.status === 200) return;
    if (performance.now() - since > RECOVERED_WITHIN_MS) {
      const expected = '200 within 10 s after the database is back, without a restart';
      throw new Failure({ expected, answer });
    }
    await new Promise((resolve) => setTimeout(resolve, ASKED_EVERY_MS));
  }
}

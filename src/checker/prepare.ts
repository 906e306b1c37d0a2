import { Failure, NotRunnable } from './failure.ts';
import type { Answer } from './http/exchange.ts';

/** Preparations that fail say nothing about the check that they are for. */
export async function prepare(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new NotRunnable(`its preparation got no answer: ${error.finding.got}`);
  }
}

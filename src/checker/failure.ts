import type { Answer, Sent } from './http/exchange.ts';

/** What a check found wrong, in the words of the report. */
export interface Finding {
  /** What the contract promises here. */
  readonly expected: string;
  /** What came instead, where the answer alone does not show it. */
  readonly got?: string;
  readonly answer?: Answer | undefined;
  /** The request, where no answer came to it. */
  readonly request?: Sent;
  /** The cause, where it is known here better than in the check. */
  readonly likely?: string;
}

/** Ends a check as failed: the service broke a promise. */
export class Failure extends Error {
  readonly finding: Finding;

  constructor(finding: Finding) {
    super(finding.expected);
    this.name = 'Failure';
    this.finding = finding;
  }
}

/** Ends a check as not run: nothing can be said about the promise, for the reason given. */
export class NotRunnable extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'NotRunnable';
  }
}

import type { Mistake } from '../mistakes.ts';

/** What the checks and mistakes that belong to no lesson are called together. */
export const CONFORMANCE = 'conformance';

/** What came of a proof. */
export interface Outcome {
  /** `unfit`: there is no occasion for it here, for the reason in the remark. */
  readonly state: 'well' | 'wrong' | 'unfit';
  /** What is wrong, or why it does not fit; empty when all is well. */
  readonly remark: string;
  /** What a learner would see of the mistake, for the golden file; null where there is nothing. */
  readonly message: string | null;
}

/** One thing that is to hold of a stage. */
export interface Proof {
  /** The id of a mistake, or the name of what else is proven, e.g. `solution`. */
  readonly id: string;
  /** The mistake that is planted; null where the solution itself is looked at. */
  readonly mistake: Mistake | null;
  prove(): Promise<Outcome>;
}

/** A proof that was made. */
export interface Verdict extends Outcome {
  readonly id: string;
  readonly mistake: Mistake | null;
  readonly milliseconds: number;
}

/** All is as it should be; with what a learner would see, where a mistake was caught. */
export function well(message: string | null = null): Outcome {
  return { state: 'well', remark: '', message };
}

/** Something is to be mended. */
export function wrong(remark: string, message: string | null = null): Outcome {
  return { state: 'wrong', remark, message };
}

/** Nothing can be said here, for a good reason. */
export function unfit(reason: string): Outcome {
  return { state: 'unfit', remark: reason, message: null };
}

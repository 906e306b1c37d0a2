import type { PlacedCheck } from './check.ts';
import type { Finding } from './failure.ts';

/** What came of one check. */
export interface Result {
  readonly check: PlacedCheck;
  /** The check's title in the words of the resource. */
  readonly title: string;
  /** `kit-fault`: the check itself is broken, which is nobody's mistake but the kit's. */
  readonly state: 'pass' | 'fail' | 'not-run' | 'kit-fault';
  /** Only of a failed check. */
  readonly finding: Finding | null;
  /** Probable cause of a failure. */
  readonly likely: string | null;
  /** Why it was not run, or how it is broken. */
  readonly reason: string | null;
  /** What the service wrote while a failed check ran, the last lines of it. */
  readonly log: readonly string[];
  readonly milliseconds: number;
}

/** Whether all that was asked was answered well. */
export function isGreen(results: readonly Result[]): boolean {
  return results.every(({ state }) => state === 'pass' || state === 'not-run');
}

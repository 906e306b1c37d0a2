import type { PlacedCheck } from '../../checker/check.ts';
import type { Result } from '../../checker/result.ts';
import { runChecks } from '../../checker/run-checks.ts';
import { Session } from '../../checker/session.ts';
import type { Context } from '../../context.ts';
import { targetOfProject } from '../check-target.ts';

/** Seconds of a check that says nothing else. */
const TIMEOUT_S = 15;

/** How a project is asked. */
export interface Asking {
  readonly seed: number;
  /** Whether the first failure ends it. */
  readonly bail: boolean;
  /** Number of the stage whose surroundings it is given; its own where nothing is said. */
  readonly stage?: number;
}

/** Puts the checks to a project in a folder. */
export async function askProject(
  { env, signal }: Pick<Context, 'env' | 'signal'>,
  folder: string,
  checks: readonly PlacedCheck[],
  { seed, bail, stage }: Asking,
): Promise<Result[]> {
  const own = targetOfProject(folder, env);
  const session = new Session({ ...own, stage: stage ?? own.stage }, signal);
  const settings = { seed, bail, timeout: TIMEOUT_S, all: true, signal };
  try {
    const results: Result[] = [];
    for await (const result of runChecks(session, checks, settings)) {
      results.push(result);
      if (bail && isFailure(result)) break;
    }
    return results;
  } finally {
    await session.close();
  }
}

/** The failure that a report shows in full; null where there is none. */
export function rootFailure(results: readonly Result[]): Result | null {
  return results.find(isFailure) ?? null;
}

function isFailure({ state }: Result): boolean {
  return state === 'fail' || state === 'kit-fault';
}

import { isGreen, type Result } from '../../checker/result.ts';
import { runChecks } from '../../checker/run-checks.ts';
import { Session } from '../../checker/session.ts';
import type { Context } from '../../context.ts';
import { loadChecks } from '../check-index.ts';
import { targetOfProject } from '../check-target.ts';
import { chooseChecks } from '../choose-checks.ts';

/** What the checks of a project came to. */
export interface Verdict {
  readonly isGreen: boolean;
  readonly results: readonly Result[];
  /** By which the same values are asked again. */
  readonly seed: number;
  readonly milliseconds: number;
}

const SECONDS_PER_CHECK = 10;
const MAX_SEED = 2 ** 31 - 1;

/**
 * Asks a project, as it lies on disk, what the lessons of its stages ask.
 * @param upTo number of the last stage whose lessons are asked about
 */
export async function askStages(
  folder: string,
  upTo: number,
  { env, signal, now }: Pick<Context, 'env' | 'signal' | 'now'>,
): Promise<Verdict> {
  const since = now();
  const seed = Math.floor(Math.random() * MAX_SEED);
  const target = targetOfProject(folder, env);
  const checks = chooseChecks(await loadChecks(target.stage), { all: false });
  const asked = checks.filter(({ from }) => from <= upTo);
  const settings = { seed, timeout: SECONDS_PER_CHECK, bail: false, all: false, signal };
  const session = new Session(target, signal);
  const results: Result[] = [];
  try {
    for await (const result of runChecks(session, asked, settings)) results.push(result);
  } finally {
    await session.close();
  }
  return { isGreen: isGreen(results), results, seed, milliseconds: now() - since };
}

import type { Result } from '../../checker/result.ts';
import { runChecks } from '../../checker/run-checks.ts';
import { Session } from '../../checker/session.ts';
import type { Context } from '../../context.ts';
import type { KnownProject } from '../../project/read-state.ts';
import { loadChecks } from '../check-index.ts';
import { checksUpTo } from '../choose-checks.ts';
import { targetOfProject } from '../check-target.ts';

/** Seconds of a check that says nothing else. */
const TIMEOUT_S = 15;
/** The same values in every run: what was green stays green as long as nothing changes. */
export const LESSON_SEED = 1;

/** Puts to a project what its learner has come to, each result as soon as it is there. */
export async function* askLessons(
  { env, signal }: Pick<Context, 'env' | 'signal'>,
  { folder, stage }: KnownProject,
  lesson: string,
  { bail }: { bail: boolean },
): AsyncGenerator<Result> {
  const checks = checksUpTo(await loadChecks(stage.number), { stage: stage.number, lesson });
  const session = new Session(targetOfProject(folder, env), signal);
  try {
    yield* runChecks(session, checks, {
      seed: LESSON_SEED,
      bail,
      timeout: TIMEOUT_S,
      all: true,
      signal,
    });
  } finally {
    await session.close();
  }
}

import type { Context } from '../../context.ts';
import type { KnownProject } from '../../project/read-state.ts';
import { askLessons } from './ask-lessons.ts';
import type { Lesson } from '../lesson.ts';
import type { Progress } from './progress.ts';

/**
 * Finds out how far a learner is by asking their service about one lesson after the other: the
 * first that fails is at hand, and those before it are done.
 */
export async function findProgress(
  context: Pick<Context, 'env' | 'signal' | 'out'>,
  project: KnownProject,
  lessons: readonly Lesson[],
): Promise<Pick<Progress, 'current' | 'done'>> {
  const last = lessons.at(-1);
  if (last === undefined) return { current: null, done: {} };
  const label = 'Finding out how far you are';
  const failing = await context.out.during(label, () => failingLessons(context, project, last.id));
  const current = lessons.find(({ id }) => failing.has(id)) ?? last;
  const time = new Date().toISOString();
  const behind = lessons.slice(0, lessons.indexOf(current));
  return { current: current.id, done: Object.fromEntries(behind.map(({ id }) => [id, time])) };
}

async function failingLessons(
  context: Pick<Context, 'env' | 'signal'>,
  project: KnownProject,
  last: string,
): Promise<Set<string | null>> {
  const failing = new Set<string | null>();
  for await (const { state, check } of askLessons(context, project, last, { bail: false })) {
    if (state === 'fail') failing.add(check.lesson);
  }
  return failing;
}

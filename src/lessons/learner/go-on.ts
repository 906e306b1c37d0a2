import { isGreen, type Result } from '../../checker/result.ts';
import { startCheck } from '../../checker/start-check.ts';
import type { Context } from '../../context.ts';
import { headOf } from '../../project/commits.ts';
import type { Lesson } from '../lesson.ts';
import { askLessons } from './ask-lessons.ts';
import { beginLesson, type Begun } from './begin-lesson.ts';
import { remember, type Learner } from './learner.ts';
import { withBegun, withDone } from './progress.ts';

/** A step from one lesson to the next. */
export interface Step {
  readonly learner: Learner;
  /** The lesson that is at hand now; null at the end of the stage. */
  readonly next: Lesson | null;
  readonly begun: Begun;
}

type StepContext = Pick<Context, 'run' | 'env' | 'signal'>;

/** What a learner's service answered. */
export interface Verdict {
  readonly results: readonly Result[];
  readonly milliseconds: number;
}

/** Asks a learner's service all that they have come to, the lesson at hand first. */
export async function judgeSoFar(
  context: StepContext & Pick<Context, 'out' | 'now'>,
  { project }: Learner,
  lesson: Lesson,
): Promise<Verdict> {
  const since = context.now();
  const results: Result[] = [];
  await context.out.during(`Checking ${lesson.id}, and what came before`, async () => {
    for await (const result of askLessons(context, project, lesson.id, { bail: false })) {
      results.push(result);
    }
  });
  return { results, milliseconds: context.now() - since };
}

/** Whether a lesson's own checks pass, whatever has become of earlier ones. */
export async function isLearned(
  context: StepContext & Pick<Context, 'out'>,
  { project }: Learner,
  { id }: Lesson,
): Promise<boolean> {
  return context.out.during(`Checking ${id}`, async () => {
    for await (const result of askLessons(context, project, id, { bail: true })) {
      const isOwn = result.check.id === startCheck.id || result.check.lesson === id;
      if (!isOwn) return true;
      if (!isGreen([result])) return false;
    }
    return true;
  });
}

/**
 * Goes on to the next lesson that is not done yet: its tests come, and it is at hand.
 * @param isDone whether the lesson that is left was done, or skipped
 */
export async function goOn(
  context: StepContext,
  learner: Learner,
  lesson: Lesson,
  { isDone }: { isDone: boolean },
): Promise<Step> {
  const { lessons, progress, project, plan } = learner;
  const left = isDone ? withDone(progress, lesson.id) : progress;
  const later = lessons.slice(lessons.indexOf(lesson) + 1);
  const next = later.find(({ id }) => !Object.hasOwn(left.done, id)) ?? null;
  if (next === null) {
    const begun = { tests: null, commit: null };
    return { learner: remember(learner, { ...left, current: null }), next, begun };
  }
  const begun = await beginLesson(context, project, plan, next.id);
  const commit = await headOf(context, project.folder);
  return { learner: remember(learner, withBegun(left, next.id, commit)), next, begun };
}

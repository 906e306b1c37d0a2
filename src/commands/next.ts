import { isGreen } from '../checker/result.ts';
import type { Context } from '../context.ts';
import { goOn, isLearned, judgeSoFar } from '../lessons/learner/go-on.ts';
import { lessonAtHand, meetLearner, type Learner } from '../lessons/learner/learner.ts';
import type { Lesson } from '../lessons/lesson.ts';
import type { Kit } from '../scaffold/plan.ts';
import { notYetText, stepJson, stepText } from './next-report.ts';
import { endStage, offerWays } from './stage-end.ts';

/** What can be said on the command line of `next`. */
export interface NextFlags {
  /** Goes on although checks fail. */
  readonly anyway?: boolean;
  /** At the end of a stage: on to the next one, without a question. */
  readonly yes?: boolean;
  readonly json?: boolean;
}

/**
 * Goes to the next lesson, once the checks of all so far are green, or anyway. At the end of a
 * stage it offers the ways on.
 */
export async function next(flags: NextFlags, context: Context, kit: Kit): Promise<number> {
  const learner = await meetLearner(context, kit);
  const lesson = lessonAtHand(learner);
  if (lesson === null) return endStage(learner, flags, context, kit);
  const verdict = flags.anyway ? null : await judgeSoFar(context, learner, lesson);
  if (verdict !== null && !isGreen(verdict.results)) {
    const { print } = context.out;
    if (flags.json) print(stepJson(lesson, null, verdict));
    else print(notYetText(lesson, verdict, context, kit));
    return 1;
  }
  return leave(learner, lesson, verdict !== null, flags, context, kit);
}

/** @param isJudged whether it is known that all is green; otherwise the lesson's own checks tell */
async function leave(
  learner: Learner,
  lesson: Lesson,
  isJudged: boolean,
  { json }: NextFlags,
  context: Context,
  kit: Kit,
): Promise<number> {
  const isDone = isJudged || (await isLearned(context, learner, lesson));
  const step = await goOn(context, learner, lesson, { isDone });
  context.out.print(json ? stepJson(lesson, step) : stepText(lesson, step, context));
  return step.next === null && !json ? offerWays(learner, context, kit) : 0;
}

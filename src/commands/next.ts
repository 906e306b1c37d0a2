import { shellOf } from '../checker/http/curl.ts';
import { reportText } from '../checker/report/text.ts';
import { isGreen } from '../checker/result.ts';
import type { Context } from '../context.ts';
import { gatePage } from '../lessons/gate-page.ts';
import { LESSON_SEED } from '../lessons/learner/ask-lessons.ts';
import { goOn, judgeSoFar, type Step, type Verdict } from '../lessons/learner/go-on.ts';
import { lessonAtHand, meetLearner } from '../lessons/learner/learner.ts';
import { lessonPage, lookOf } from '../lessons/lesson-page.ts';
import type { Lesson } from '../lessons/lesson.ts';
import { renderPage } from '../lessons/page/page.ts';
import type { Kit } from '../scaffold/plan.ts';

/** What can be said on the command line of `next`. */
export interface NextFlags {
  readonly anyway?: boolean;
  readonly json?: boolean;
}

/** Goes to the next lesson: once the checks of all so far are green, or anyway. */
export async function next(flags: NextFlags, context: Context, kit: Kit): Promise<number> {
  const learner = await meetLearner(context, kit);
  const { print } = context.out;
  const lesson = lessonAtHand(learner);
  if (lesson === null) {
    print(flags.json ? jsonOf(null, null) : gatePage(learner.plan, context));
    return 0;
  }
  const verdict = flags.anyway ? null : await judgeSoFar(context, learner, lesson);
  if (verdict !== null && !isGreen(verdict.results)) {
    print(flags.json ? jsonOf(lesson, null) : notYet(lesson, verdict, context, kit));
    return 1;
  }
  const step = await goOn(context, learner, lesson, { isDone: verdict !== null });
  print(flags.json ? jsonOf(lesson, step) : pagesOf(lesson, step, context));
  return 0;
}

function notYet(
  { id }: Lesson,
  { results, milliseconds }: Verdict,
  { out, env }: Context,
  { command }: Kit,
): string {
  const shell = shellOf(env, process.platform);
  return [
    reportText(results, LESSON_SEED, milliseconds, {
      ...out,
      shell,
      command,
      guide: 'lessons-and-hints',
    }),
    '',
    `${out.symbols.failed} ${id} is not done yet. Help: ${command} hint. To go on all the same: ${command} next --anyway`,
  ].join('\n');
}

/** What was learned, what to recall, which tests have come, and what is at hand now. */
function pagesOf(lesson: Lesson, { next, begun, learner }: Step, context: Context): string {
  const { symbols, style } = context.out;
  const { plan, progress } = learner;
  const isDone = Object.hasOwn(progress.done, lesson.id);
  const look = lookOf(plan, context);
  const came = begun.commit === null ? begun.tests : `${begun.tests} (commit ${begun.commit})`;
  return [
    isDone
      ? `${symbols.done} ${style.bold(style.green(`${lesson.title}: done.`))} ${lesson.learned}`
      : `${symbols.dash} ${lesson.id} is left open.`,
    '',
    `${style.bold('Do you recall?')} ${renderPage(lesson.recall.question, look)}`,
    style.dim(`The answer: ${look.lessonCommand} ${lesson.id} --answer`),
    ...(came === null ? [] : ['', `${symbols.done} new tests count from now on: ${came}`]),
    '',
    next === null ? gatePage(plan, context) : lessonPage(next, plan, context),
  ].join('\n');
}

function jsonOf(lesson: Lesson | null, step: Step | null): string {
  const next = step?.next?.id ?? null;
  const isDone =
    lesson !== null && step !== null && Object.hasOwn(step.learner.progress.done, lesson.id);
  const tests = step?.begun.tests ?? null;
  return JSON.stringify({ lesson: lesson?.id ?? null, isDone, next, tests }, null, 2);
}

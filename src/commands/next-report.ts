import { shellOf } from '../checker/http/curl.ts';
import { reportJson } from '../checker/report/json.ts';
import { reportText } from '../checker/report/text.ts';
import type { Context } from '../context.ts';
import { gatePage } from '../lessons/gate-page.ts';
import { LESSON_SEED } from '../lessons/learner/ask-lessons.ts';
import type { Step, Verdict } from '../lessons/learner/go-on.ts';
import { lessonPage, lookOf } from '../lessons/lesson-page.ts';
import type { Lesson } from '../lessons/lesson.ts';
import { renderPage } from '../lessons/page/page.ts';
import type { Kit } from '../scaffold/plan.ts';

/** Why a lesson is not done, and what helps. */
export function notYetText(
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
export function stepText(lesson: Lesson, { next, begun, learner }: Step, context: Context): string {
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

/**
 * The same for programs: one object.
 * @param step null where the lesson was not left, or none is at hand
 * @param refused what the checks said, where that is the reason
 */
export function stepJson(
  lesson: Lesson | null,
  step: Step | null,
  refused: Verdict | null = null,
): string {
  const next = step?.next?.id ?? null;
  const isDone =
    lesson !== null && step !== null && Object.hasOwn(step.learner.progress.done, lesson.id);
  const tests = step?.begun.tests ?? null;
  const report =
    refused === null ? {} : reportJson(refused.results, LESSON_SEED, refused.milliseconds);
  return JSON.stringify({ lesson: lesson?.id ?? null, isDone, next, tests, ...report }, null, 2);
}

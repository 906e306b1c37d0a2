import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { chosenLesson, meetLearner, remember, type Learner } from '../lessons/learner/learner.ts';
import { withHints } from '../lessons/learner/progress.ts';
import { pageOf } from '../lessons/lesson-page.ts';
import { textsOf } from '../lessons/lesson-text.ts';
import type { Lesson } from '../lessons/lesson.ts';
import type { Kit } from '../scaffold/plan.ts';

const rungs = ['A nudge', 'A pointer', 'Nearly the code'];

/** What can be said on the command line of `hint`. */
export interface HintFlags {
  readonly all?: boolean;
  readonly json?: boolean;
}

/** Opens the next rung of a lesson's hints, or shows all of them. */
export async function hint(
  name: string | undefined,
  flags: HintFlags,
  context: Context,
  kit: Kit,
): Promise<number> {
  const learner = await meetLearner(context, kit);
  const lesson = chosenLesson(learner, name);
  const { length } = lesson.hints;
  if (length === 0) {
    throw new UserError(
      `${lesson.id} has no hints.`,
      `It only wants to be read: ${kit.command} lesson`,
    );
  }
  const opened = learner.progress.hints[lesson.id] ?? 0;
  const last = flags.all ? length : Math.min(opened + 1, length);
  const shown = { lesson, from: flags.all ? 1 : last, to: last };
  if (flags.json) context.out.print(rungsJson(shown, learner));
  else context.out.print(rungsText(shown, learner, context));
  remember(learner, withHints(learner.progress, lesson.id, last));
  return 0;
}

/** Rungs of a lesson's hints, by their numbers from 1. */
interface Shown {
  readonly lesson: Lesson;
  readonly from: number;
  readonly to: number;
}

function rungsText({ lesson, from, to }: Shown, { plan }: Learner, context: Context): string {
  const { style } = context.out;
  const { length } = lesson.hints;
  const pages = lesson.hints.slice(from - 1, to).map((template, at) => {
    const title = style.bold(`${rungs[from - 1 + at]} (${from + at} of ${length}), ${lesson.id}`);
    return `${title}\n\n${pageOf(lesson, template, plan, context)}\n`;
  });
  return [...pages, style.dim(whatNext(to === length, plan.kit.command))].join('\n');
}

function rungsJson({ lesson, from, to }: Shown, { plan }: Learner): string {
  const render = textsOf(lesson, plan, 'posix');
  const hints = lesson.hints.slice(from - 1, to).map((template, at) => ({
    rung: from + at,
    title: rungs[from - 1 + at],
    markdown: render(template),
  }));
  return JSON.stringify({ lesson: lesson.id, rungs: lesson.hints.length, hints }, null, 2);
}

function whatNext(isLast: boolean, command: string): string {
  return isLast
    ? `That was the last one. The solution: ${command} solution`
    : `More: ${command} hint`;
}

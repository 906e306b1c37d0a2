import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { chosenLesson, meetLearner, remember } from '../lessons/learner/learner.ts';
import { pageOf } from '../lessons/lesson-page.ts';
import type { Kit } from '../scaffold/plan.ts';

const rungs = ['A nudge', 'A pointer', 'Nearly the code'];

/** Opens the next rung of a lesson's hints, or shows all of them. */
export async function hint(
  name: string | undefined,
  flags: { all?: boolean },
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
  const wanted = flags.all ? length : Math.min(opened + 1, length);
  const { print, style } = context.out;
  for (let at = flags.all ? 0 : wanted - 1; at < wanted; at++) {
    const title = style.bold(`${rungs[at]} (${at + 1} of ${length}), ${lesson.id}`);
    print(`${title}\n\n${pageOf(lesson, lesson.hints[at]!, learner.plan, context)}\n`);
  }
  print(style.dim(whatNext(wanted === length, kit.command)));
  const hints = { ...learner.progress.hints, [lesson.id]: wanted };
  remember(learner, { ...learner.progress, hints });
  return 0;
}

function whatNext(isLast: boolean, command: string): string {
  return isLast
    ? `That was the last one. The solution: ${command} solution`
    : `More: ${command} hint`;
}

import type { Context } from '../context.ts';
import { gatePage } from '../lessons/gate-page.ts';
import { lessonAtHand, meetLearner, remember, type Learner } from '../lessons/learner/learner.ts';
import { lessonPage, lookOf } from '../lessons/lesson-page.ts';
import { textsOf } from '../lessons/lesson-text.ts';
import type { Lesson } from '../lessons/lesson.ts';
import { requireLesson } from '../lessons/load-lessons.ts';
import { renderPage } from '../lessons/page/page.ts';
import { requireProject } from '../project/read-state.ts';
import { planOfProject } from '../scaffold/plan-of-project.ts';
import type { Kit, Plan } from '../scaffold/plan.ts';

/** What can be said on the command line of `lesson`. */
export interface LessonFlags {
  readonly answer?: boolean;
  readonly json?: boolean;
}

/** Shows the lesson at hand, or another one, or the answer to its recall question. */
export async function lesson(
  name: string | undefined,
  flags: LessonFlags,
  context: Context,
  kit: Kit,
): Promise<number> {
  const project = requireProject(context.cwd);
  // A lesson that is named can be read in any project; what is at hand is a learner's.
  const isLearning = name === undefined || project.open.length > 0;
  const learner = isLearning ? await meetLearner(context, kit) : null;
  const plan = planOfProject(project, kit);
  const shown = name === undefined ? lessonAtHand(learner!) : requireLesson(name, project.stage);
  if (shown === null) context.out.print(gatePage(plan, context));
  else if (flags.json) context.out.print(JSON.stringify(jsonOf(shown, plan), null, 2));
  else if (flags.answer) showAnswer(shown, plan, learner, context);
  else context.out.print(lessonPage(shown, plan, context));
  return 0;
}

function showAnswer(lesson: Lesson, plan: Plan, learner: Learner | null, context: Context): void {
  const { question, answer } = lesson.recall;
  const { bold } = context.out.style;
  const look = lookOf(plan, context);
  context.out.print([bold(renderPage(question, look)), renderPage(answer, look)].join('\n\n'));
  if (learner === null) return;
  const { progress } = learner;
  const answers = { ...progress.answers, [lesson.id]: new Date().toISOString() };
  remember(learner, { ...progress, answers });
}

function jsonOf({ body, hints, predictions, ...notes }: Lesson, plan: Plan): object {
  const render = textsOf(notes, plan, 'posix');
  return { ...notes, hints: hints.length, predictions: predictions.length, markdown: render(body) };
}

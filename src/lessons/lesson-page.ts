import { shellOf } from '../checker/http/curl.ts';
import type { Context } from '../context.ts';
import type { Plan } from '../scaffold/plan.ts';
import type { CompiledTemplate } from '../scaffold/render-template.ts';
import type { Lesson } from './lesson.ts';
import { textsOf } from './lesson-text.ts';
import type { Look } from './page/inline.ts';
import { renderPage } from './page/page.ts';

/** Prose that is wider is hard to read, in columns. */
const WIDEST = 100;

type PageContext = Pick<Context, 'out' | 'env'>;

/** A whole lesson as it is shown: its title, its text, and the question to recall it by. */
export function lessonPage(lesson: Lesson, project: Plan, context: PageContext): string {
  const { bold, dim } = context.out.style;
  const { id, title, minutes, kind, recall } = lesson;
  const look = lookOf(project, context);
  return [
    bold(`${id}: ${title}`),
    dim(`${kind}, about ${minutes} minutes`),
    '',
    pageOf(lesson, lesson.body, project, context),
    '',
    bold('Do you recall it later?'),
    renderPage(recall.question, look),
    dim(`The answer: ${look.lessonCommand} ${id} --answer`),
  ].join('\n');
}

/** A text of a lesson (its body, a hint) as a terminal shows it. */
export function pageOf(
  lesson: Pick<Lesson, 'stage'>,
  template: CompiledTemplate,
  project: Plan,
  context: PageContext,
): string {
  const render = textsOf(lesson, project, shellOf(context.env, process.platform));
  return renderPage(render(template), lookOf(project, context));
}

/** How this terminal shows Markdown. */
export function lookOf({ kit }: Plan, { out }: PageContext): Look {
  const { style, symbols } = out;
  const lessonCommand = `${kit.command} lesson`;
  return { style, symbols, width: Math.min(out.width, WIDEST), lessonCommand };
}

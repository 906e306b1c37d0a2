import { relative } from 'node:path';
import type { Context } from '../context.ts';
import { firstLesson, lessonsToOpen, withLessonBegun } from '../lessons/exercise-mode.ts';
import { keepProgress, progressAt, withBegun } from '../lessons/learner/progress.ts';
import type { Lesson } from '../lessons/lesson.ts';
import { headOf } from '../project/commits.ts';
import { createProject, type Outcome } from '../scaffold/create-project.ts';
import type { CreateFlags } from '../scaffold/flags.ts';
import { planProject, type Kit, type Plan } from '../scaffold/plan.ts';
import { renderProject, type Files } from '../scaffold/render.ts';
import { loadLockFile, loadTemplates } from '../scaffold/template-set.ts';
import { takeOrder } from '../scaffold/wizard.ts';
import { ownNodeVersion } from '../system/own-environment.ts';
import { exitCodeOf, jsonReport, textReport } from './create-report.ts';

/** `create-backend [directory]`: ask, plan, render, write, install, commit, test, say what next. */
export async function create(flags: CreateFlags, context: Context, kit: Kit): Promise<number> {
  const order = await takeOrder(flags, context, kit.command);
  const lesson = flags.learn ? firstLesson(order.answers.stage) : null;
  const open = flags.learn ? lessonsToOpen(order.answers.stage) : [];
  const node = await ownNodeVersion(context.run, context.env);
  const plan = planProject(order.answers, kit, node, open);
  const files = renderFiles(plan, lesson);
  if (flags.dryRun) return showFiles(flags, relative(context.cwd, order.target), files, context);

  const outcome = await createProject(order, plan, files, context);
  if (lesson !== null) await begin(lesson, outcome, context);
  const { print, say } = context.out;
  const text = textReport(outcome, context);
  if (flags.json) {
    say(text);
    print(JSON.stringify(jsonReport(outcome, lesson?.id ?? null), null, 2));
  } else {
    print(text);
    if (lesson !== null && !context.signal.aborted) await showFirst(lesson, plan, context);
  }
  return exitCodeOf(outcome, context.signal);
}

/** With the tests of the lesson that is at hand; those of the others are still to do. */
function renderFiles(plan: Plan, lesson: Lesson | null): Files {
  const templates = loadTemplates(plan.stack.id, plan.stage);
  const lockFile = loadLockFile(plan.stack.id, templates, plan.packageManager.lockFile);
  const files = renderProject(plan, templates, lockFile);
  return lesson === null ? files : withLessonBegun(files, plan, lesson.id);
}

/** An interrupt leaves a project that is there, and so its lesson, too. */
async function begin({ id }: Lesson, { target, plan }: Outcome, context: Context): Promise<void> {
  const commit = await headOf({ ...context, signal: new AbortController().signal }, target);
  keepProgress(target, withBegun(progressAt(plan.stage.id, id), id, commit));
}

async function showFirst(lesson: Lesson, plan: Plan, context: Context): Promise<void> {
  const { lessonPage } = await import('../lessons/lesson-page.ts');
  context.out.print(`\n${lessonPage(lesson, plan, context)}`);
}

function showFiles(
  { json }: CreateFlags,
  folder: string,
  files: Files,
  { out }: Pick<Context, 'out'>,
): number {
  const paths = [...files.keys()];
  if (json) out.print(JSON.stringify({ directory: folder, files: paths }, null, 2));
  else out.print(paths.map((path) => `${folder || '.'}/${path}`).join('\n'));
  return 0;
}

import { relative } from 'node:path';
import type { Context } from '../context.ts';
import { createProject } from '../scaffold/create-project.ts';
import type { CreateFlags } from '../scaffold/flags.ts';
import { planProject, type Kit } from '../scaffold/plan.ts';
import { renderProject, type Files } from '../scaffold/render.ts';
import { loadLockFile, loadTemplates } from '../scaffold/template-set.ts';
import { takeOrder } from '../scaffold/wizard.ts';
import { ownNodeVersion } from '../system/own-environment.ts';
import { exitCodeOf, jsonReport, textReport } from './create-report.ts';

/** `create-backend [directory]`: ask, plan, render, write, install, commit, test, say what next. */
export async function create(flags: CreateFlags, context: Context, kit: Kit): Promise<number> {
  const order = await takeOrder(flags, context, kit.command);
  const plan = planProject(order.answers, kit, await ownNodeVersion(context.run, context.env));
  const templates = loadTemplates(plan.stack.id, plan.stage);
  const lockFile = loadLockFile(plan.stack.id, templates, plan.packageManager.lockFile);
  const files = renderProject(plan, templates, lockFile);
  if (flags.dryRun) return showFiles(flags, relative(context.cwd, order.target), files, context);

  const outcome = await createProject(order, plan, files, context);
  const { print, say } = context.out;
  const text = textReport(outcome, context);
  if (flags.json) {
    say(text);
    print(JSON.stringify(jsonReport(outcome), null, 2));
  } else {
    print(text);
  }
  return exitCodeOf(outcome, context.signal);
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

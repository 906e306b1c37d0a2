import { renderStateFile, STATE_FILE } from '../project/state.ts';
import { withTestsToDo } from './given-tests.ts';
import { renderLockFile, renderManifest } from './manifest.ts';
import type { Plan } from './plan.ts';
import { renderTemplate, type CompiledTemplate } from './render-template.ts';
import type { TemplateSet } from './template-set.ts';
import { templateValues } from './template-values.ts';

/** A project's files: text by path, with `/` between folders, in the order of their paths. */
export type Files = ReadonlyMap<string, string>;

/**
 * Renders a plan: the union of its stages' files, the later one where two have the same path. The
 * tests of lessons that are left open are still to do.
 * @param lockFile the stage's lock file for the plan's package manager, null for none
 */
export function renderProject(plan: Plan, templates: TemplateSet, lockFile: string | null): Files {
  const values = templateValues(plan);
  const files = new Map<string, string>(Object.entries(plan.packageManager.files));
  for (const [path, source] of unionOfStages(templates)) {
    const text = renderFile(path, source, values);
    // A template that is an exercise as a whole: the learner makes the file.
    if (text === '' && typeof source !== 'string') continue;
    files.set(renderPath(path, plan), text);
  }
  const shares = templates.map((stage) => stage.notes.manifest);
  files.set(plan.stack.manifestFile, renderManifest(plan, shares));
  if (lockFile !== null) files.set(plan.packageManager.lockFile, renderLockFile(plan, lockFile));
  files.set(STATE_FILE, renderStateFile(stateOf(plan)));
  const sorted = new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
  return withTestsToDo(sorted, plan, plan.open);
}

/** Every file of the stages by its path, the later one where two have the same. */
export function unionOfStages(templates: TemplateSet): Map<string, CompiledTemplate | string> {
  const union = new Map<string, CompiledTemplate | string>();
  for (const { notes, files } of templates) {
    for (const path of notes.replaces) {
      if (!union.delete(path))
        throw new Error(`${notes.title} replaces ${path}, which is not there`);
    }
    for (const [path, source] of Object.entries(files)) union.set(path, source);
  }
  return union;
}

function renderFile(
  path: string,
  source: CompiledTemplate | string,
  values: ReturnType<typeof templateValues>,
): string {
  if (typeof source === 'string') return source;
  try {
    return renderTemplate(source, values);
  } catch (error) {
    throw new Error(`the template ${path} does not render`, { cause: error });
  }
}

/** The path of a template in a project: the placeholders of the resource filled in. */
export function renderPath(path: string, { resource }: Plan): string {
  return path
    .replaceAll('[resources]', resource.path)
    .replaceAll('[resource]', resource.name.replaceAll('_', '-'));
}

function stateOf(plan: Plan) {
  return {
    version: plan.kit.version,
    name: plan.name.npm,
    stack: plan.stack.id,
    stage: plan.stage.id,
    packageManager: plan.packageManager.id,
    open: plan.open,
    resource: plan.resource.schema,
  };
}

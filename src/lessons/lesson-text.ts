import type { Kit, Plan } from '../scaffold/plan.ts';
import { renderSnippets, type Snippet } from '../scaffold/render-snippets.ts';
import { renderTemplate, type CompiledTemplate, type Reader } from '../scaffold/render-template.ts';
import { loadTemplates } from '../scaffold/template-set.ts';
import { templateValues } from '../scaffold/template-values.ts';
import type { Lesson } from './lesson.ts';
import { stageOf } from './load-lessons.ts';

/** Languages of fenced code by the end of a path; the last part of it where it has no dot. */
const languages: Readonly<Record<string, string>> = {
  ts: 'ts',
  sql: 'sql',
  json: 'json',
  yaml: 'yaml',
  yml: 'yaml',
  http: 'http',
  md: 'markdown',
  Dockerfile: 'dockerfile',
};

/** Turns templates of lessons into the Markdown that one person reads. */
export type RenderText = (template: CompiledTemplate) => string;

/**
 * What renders the texts of one lesson: with the resource of a project, and with passages of it as
 * it is when everything up to the lesson's stage is solved.
 */
export function textsOf(
  lesson: Pick<Lesson, 'stage'>,
  project: Plan,
  shell: Reader['shell'],
): RenderText {
  const plan = { ...project, stage: stageOf(lesson), open: [] };
  const templates = loadTemplates(plan.stack.id, plan.stage);
  let snippets: ReadonlyMap<string, Snippet> | null = null;
  const quote = (name: string) => {
    snippets ??= renderSnippets(plan, templates);
    const snippet = snippets.get(name);
    if (snippet === undefined) throw new Error(`no template has the snippet "${name}"`);
    return fenced(snippet);
  };
  const reader = { stack: plan.stack.id, shell, quote };
  const values = { ...templateValues(plan), kit: kitValues(plan.kit), reader };
  return (template) => renderTemplate(template, values);
}

/** A lesson is read now and here: its commands are spelled as this run was started. */
function kitValues({ command, version }: Kit) {
  return { command, version };
}

/** The path stands behind the language, where Markdown has its place for such. */
function fenced({ path, text }: Snippet): string {
  const language = languages[path.split(/[./]/).at(-1)!] ?? '';
  return `\`\`\`${language} ${path}\n${text}\n\`\`\``;
}

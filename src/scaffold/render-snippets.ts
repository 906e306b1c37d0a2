import type { Plan } from './plan.ts';
import { renderPath, unionOfStages } from './render.ts';
import { renderTemplate } from './render-template.ts';
import type { TemplateSet } from './template-set.ts';
import { templateValues } from './template-values.ts';

/** A passage of a project that lessons quote. */
export interface Snippet {
  /** Of the file that holds it, with `/` between folders. */
  readonly path: string;
  /** Without the indentation that all of its lines share. */
  readonly text: string;
}

/**
 * The passages of a project by their names.
 * @throws when two passages have one name
 */
export function renderSnippets(plan: Plan, templates: TemplateSet): ReadonlyMap<string, Snippet> {
  const values = templateValues(plan);
  const snippets = new Map<string, Snippet>();
  for (const [source, template] of unionOfStages(templates)) {
    if (typeof template === 'string') continue;
    const path = renderPath(source, plan);
    const onSnippet = (name: string, text: string) => {
      if (snippets.has(name)) throw new Error(`there are two snippets "${name}", one in ${path}`);
      snippets.set(name, { path, text: withoutIndent(text) });
    };
    renderTemplate(template, { ...values, onSnippet });
  }
  return snippets;
}

function withoutIndent(text: string): string {
  const lines = text.replace(/^\n+|\s+$/g, '').split('\n');
  const indents = lines.filter(Boolean).map((line) => /^ */.exec(line)![0].length);
  const shared = Math.min(...indents);
  return lines.map((line) => line.slice(shared)).join('\n');
}

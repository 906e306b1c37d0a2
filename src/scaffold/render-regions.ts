import type { Plan } from './plan.ts';
import { renderPath, unionOfStages } from './render.ts';
import { renderTemplate } from './render-template.ts';
import type { TemplateSet } from './template-set.ts';
import { templateValues } from './template-values.ts';

/** What stands in the regions of a project's exercises, by the path of the file that holds them. */
export type Regions = ReadonlyMap<string, readonly string[]>;

/** The regions of a project, each with its solution or, where its lesson is open, its starter. */
export function renderRegions(plan: Plan, templates: TemplateSet): Regions {
  const values = templateValues(plan);
  const regions = new Map<string, readonly string[]>();
  for (const [source, template] of unionOfStages(templates)) {
    if (typeof template === 'string') continue;
    const texts: string[] = [];
    renderTemplate(template, { ...values, onRegion: (text: string) => void texts.push(text) });
    if (texts.length > 0) regions.set(renderPath(source, plan), texts);
  }
  return regions;
}

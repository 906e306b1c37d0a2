import type { Plan } from './plan.ts';
import { renderPath, unionOfStages } from './render.ts';
import { renderTemplate } from './render-template.ts';
import type { TemplateSet } from './template-set.ts';
import { templateValues } from './template-values.ts';

/** What stands in a region of an exercise. */
export interface Region {
  readonly lesson: string;
  readonly text: string;
}

/** The regions of a project's exercises, by the path of the file that holds them. */
export type Regions = ReadonlyMap<string, readonly Region[]>;

/** The regions of a project, each with its solution or, where its lesson is open, its starter. */
export function renderRegions(plan: Plan, templates: TemplateSet): Regions {
  const values = templateValues(plan);
  const regions = new Map<string, readonly Region[]>();
  for (const [source, template] of unionOfStages(templates)) {
    if (typeof template === 'string') continue;
    const found: Region[] = [];
    const onRegion = (lesson: string, text: string) => void found.push({ lesson, text });
    renderTemplate(template, { ...values, onRegion });
    if (found.length > 0) regions.set(renderPath(source, plan), found);
  }
  return regions;
}

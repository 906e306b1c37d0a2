import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { presets } from '../../src/catalog/presets.ts';
import type { Resource } from '../../src/catalog/resource.ts';
import { stageFolder, stages, type Stage } from '../../src/catalog/stages.ts';
import { renderProject, type Files } from '../../src/scaffold/render.ts';
import { loadTemplates } from '../../src/scaffold/template-set.ts';
import { repository } from './kit.ts';
import { plan, resourceFrom } from './plan.ts';

/** A schema of test/fixtures/resources by its name. */
export const fixturePath = (name: string) =>
  join(repository, 'test/fixtures/resources', `${name}.json`);

/** A preset or a fixture. */
export function resourceNamed(name: string): Resource {
  return resourceFrom(presets[name] ?? JSON.parse(readFileSync(fixturePath(name), 'utf8')));
}

/** Whether the build has compiled the templates of a stage. */
export function isBuilt(stage: Stage): boolean {
  return existsSync(join(repository, 'dist/templates/typescript', `${stageFolder(stage)}.cjs`));
}

/** Stages to test: in CI all of them, whether they are there or not. */
export const testedStages = stages.filter((stage) => process.env['CI'] || isBuilt(stage));

/** The project `my-api` at a stage, without its lock file. */
export async function renderWithKit(stage: Stage, resource: string): Promise<Files> {
  const templates = await loadTemplates('typescript', stage);
  return renderProject(plan({ stage, resource: resourceNamed(resource) }), templates, null);
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { compileTemplates } from '../../scripts/compile-templates.ts';
import { renderTemplate } from '../../src/scaffold/render-template.ts';
import type { StageTemplates } from '../../src/scaffold/template-set.ts';
import { temporaryFolder } from './temporary.ts';

/** Files by path, and the stage's notes. */
export interface StageSource {
  readonly files: Readonly<Record<string, string>>;
  readonly notes?: object;
}

const needed = { title: 'A stage', teaches: 'something', why: 'for a test' };

/** Compiles the sources of one stage as the build does. */
export async function compileStage({ files, notes }: StageSource): Promise<StageTemplates> {
  const folder = temporaryFolder();
  const stage = join(folder, 'templates', 'stack', '1-stage');
  const stageFile = JSON.stringify({ ...needed, ...notes });
  for (const [path, text] of Object.entries({ ...files, 'stage.yaml': stageFile })) {
    mkdirSync(join(stage, path, '..'), { recursive: true });
    writeFileSync(join(stage, path), text);
  }
  await compileTemplates(join(folder, 'templates'), join(folder, 'out'));
  return createRequire(import.meta.url)(join(folder, 'out', 'stack', '1-stage.cjs'));
}

/** Renders a template's source with the given values, at the first stage and with nothing open. */
export async function renderSource(source: string, values: object = {}): Promise<string> {
  const { files } = await compileStage({ files: { 'file.hbs': source } });
  const template = files['file'];
  if (template === undefined || typeof template === 'string') throw new Error('no template');
  return renderTemplate(template, { stage: { number: 1 }, width: 100, open: [], ...values });
}

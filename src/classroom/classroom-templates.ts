import { createRequire } from 'node:module';
import { join } from 'node:path';
import {
  renderTemplate,
  type CompiledTemplate,
  type DialectRoot,
} from '../scaffold/render-template.ts';
import { packageRoot } from '../system/package-root.ts';

const requireCompiled = createRequire(import.meta.url);

/**
 * Renders one of the templates in `classroom/`.
 * @param name without its ending `.hbs`
 */
export function renderClassroom<T extends DialectRoot>(name: string, values: T): string {
  const path = join(packageRoot(), 'dist', 'classroom.cjs');
  const compiled = requireCompiled(path) as Readonly<Record<string, CompiledTemplate>>;
  const template = compiled[name];
  if (template === undefined) throw new Error(`there is no template classroom/${name}.hbs`);
  return renderTemplate(template, values);
}

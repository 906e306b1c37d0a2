import { parseResource } from '../catalog/parse-resource.ts';
import { presets } from '../catalog/presets.ts';
import { stacks } from '../catalog/stacks.ts';
import { stages } from '../catalog/stages.ts';
import type { Context } from '../context.ts';

/** `create-backend list`: what there is to choose from. */
export function list({ json }: { json?: boolean }, { out }: Pick<Context, 'out'>): number {
  const resources = Object.entries(presets).map(([id, schema]) => ({
    id,
    description: (schema as { description: string }).description,
    fields: parseResource(schema).resource!.fields.map((field) => field.name),
  }));
  if (json) {
    const named = stacks.map(({ id, title, language }) => ({ id, title, language }));
    out.print(JSON.stringify({ stages, stacks: named, resources }, null, 2));
    return 0;
  }
  const { bold } = out.style;
  const section = (title: string, rows: readonly [string, string][]) => {
    const width = Math.max(...rows.map(([id]) => id.length));
    return [bold(title), ...rows.map(([id, text]) => `  ${id.padEnd(width)}  ${text}`), ''];
  };
  const lines = [
    ...section(
      'Stages',
      stages.map(({ id, number, teaches }) => [`${number} ${id}`, teaches]),
    ),
    ...section(
      'Stacks',
      stacks.map(({ id, title }) => [id, title]),
    ),
    ...section(
      'Resources',
      resources.map(({ id, description, fields }) => [id, `${description}: ${fields.join(', ')}`]),
    ),
    'Your own resource is a JSON Schema file: --resource path/to/schema.json',
  ];
  out.print(lines.join('\n'));
  return 0;
}

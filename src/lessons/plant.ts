import type { Field, Resource } from '../catalog/resource.ts';
import { isPlainKey, isRoomyText } from '../checker/fields.ts';
import type { Plan } from '../scaffold/plan.ts';
import { renderTemplate, type CompiledTemplate } from '../scaffold/render-template.ts';
import type { Files } from '../scaffold/render.ts';
import { templateValues } from '../scaffold/template-values.ts';
import type { Mistake } from './mistakes.ts';

/** The first field of each kind that mistakes are planted in, by the name that their edits use. */
export function pickFields({ fields }: Resource): Readonly<Record<string, Field | null>> {
  const first = (isMeant: (field: Field) => boolean) => fields.find(isMeant) ?? null;
  return {
    whole: first(
      ({ type, minimum, maximum, nullable }) =>
        type === 'integer' && minimum !== null && maximum !== null && !nullable,
    ),
    limited: first(({ type, maximum }) => type === 'integer' && maximum !== null),
    nullableText: first(({ type, format, nullable }) => type === 'string' && !format && nullable),
    roomyText: first(isRoomyText),
    plainKey: first(isPlainKey),
    email: first(({ format }) => format === 'email'),
    moment: first(({ format }) => format === 'date-time'),
  };
}

/** Whether the resource has the fields that a mistake needs. */
export function fitsResource({ needs = [] }: Mistake, resource: Resource): boolean {
  const picked = pickFields(resource);
  return needs.every((kind) => picked[kind] !== null);
}

/** What is planted: a mistake, or something like it. */
type Planted = Pick<Mistake, 'id' | 'edits'>;

/** The same; null where a text does not stand in its file exactly once. */
export function tryToPlant(mistake: Planted, plan: Plan, files: Files): Files | null {
  try {
    return plantMistake(mistake, plan, files);
  } catch (error) {
    if (error instanceof Misfit) return null;
    throw error;
  }
}

/** An edit whose text does not stand in its file exactly once. */
class Misfit extends Error {}

/**
 * The files of a solution with a mistake in them.
 * @throws Misfit when an edit's text does not stand in its file exactly once
 */
export function plantMistake(mistake: Planted, plan: Plan, solution: Files): Files {
  const values = { ...templateValues(plan), pick: pickFields(plan.resource) };
  const render = (template: CompiledTemplate) => renderTemplate(template, values);
  const files = new Map(solution);
  for (const edit of mistake.edits[plan.stack.id] ?? []) {
    const [path, text] = [render(edit.file), render(edit.text)];
    const parts = files.get(path)?.split(text) ?? [];
    if (parts.length !== 2) {
      const found = parts.length === 0 ? 'has no such file' : `stands ${parts.length - 1} times`;
      throw new Misfit(`${mistake.id}: in ${path} the text ${found}: ${text.slice(0, 80)}`);
    }
    files.set(path, parts.join(render(edit.with)));
  }
  return files;
}

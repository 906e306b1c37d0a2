import type { Field, Resource } from '../catalog/resource.ts';
import { isPlainKey, isRoomyText } from '../checker/fields.ts';
import type { Plan } from '../scaffold/plan.ts';
import { renderTemplate, type CompiledTemplate } from '../scaffold/render-template.ts';
import type { Files } from '../scaffold/render.ts';
import { templateValues } from '../scaffold/template-values.ts';
import type { Mistake } from './mistakes.ts';

const isOfKind: Readonly<Record<string, (field: Field) => boolean>> = {
  whole: ({ type, minimum, maximum, nullable }) =>
    type === 'integer' && minimum !== null && maximum !== null && !nullable,
  limited: ({ type, maximum }) => type === 'integer' && maximum !== null,
  nullable: ({ nullable }) => nullable,
  nullableText: ({ type, format, nullable }) => type === 'string' && !format && nullable,
  roomyText: isRoomyText,
  plainKey: isPlainKey,
  sortable: ({ isSort, unique }) => isSort && !unique,
  email: ({ format }) => format === 'email',
  moment: ({ format }) => format === 'date-time',
};

/** Names of the kinds of fields that mistakes are planted in. */
export const fieldKinds: readonly string[] = Object.keys(isOfKind);

/** The first field of each kind that mistakes are planted in, by the name that their edits use. */
export function pickFields({ fields }: Resource): Readonly<Record<string, Field | null>> {
  const kinds = Object.entries(isOfKind);
  return Object.fromEntries(kinds.map(([kind, isMeant]) => [kind, fields.find(isMeant) ?? null]));
}

/** Why a resource gives no occasion for a mistake; null where it has all the fields that it needs. */
export function missingOccasion({ needs = [] }: Mistake, resource: Resource): string | null {
  const picked = pickFields(resource);
  const missing = needs.filter((kind) => picked[kind] === null);
  return missing.length === 0 ? null : `the resource has no field of this kind: ${missing.join()}`;
}

/** What is planted: a mistake, or something like it. */
type Planted = Pick<Mistake, 'id' | 'edits'>;

/** What {@link plantMistake} makes; null where it does not fit. */
export function tryToPlant(mistake: Planted, plan: Plan, files: Files): Files | null {
  try {
    return plantMistake(mistake, plan, files);
  } catch (error) {
    if (error instanceof Misfit) return null;
    throw error;
  }
}

/** There is no edit, or its text does not stand in its file exactly once. */
class Misfit extends Error {}

/**
 * The files of a solution with a mistake in them.
 * @throws Misfit when there is no edit for the stack, or its text does not stand in its file once
 */
export function plantMistake(mistake: Planted, plan: Plan, solution: Files): Files {
  const values = { ...templateValues(plan), pick: pickFields(plan.resource) };
  const render = (template: CompiledTemplate) => renderTemplate(template, values);
  const files = new Map(solution);
  const edits = mistake.edits[plan.stack.id] ?? [];
  if (edits.length === 0) throw new Misfit(`${mistake.id} has no edits for ${plan.stack.id}`);
  for (const edit of edits) {
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

import type { Field, Resource } from '../catalog/resource.ts';
import { NotRunnable } from './failure.ts';

/**
 * Fields of the resource of one kind.
 * @param kind how the report calls them, in the plural
 * @throws NotRunnable when the resource has none
 */
export function fieldsThat(
  resource: Resource,
  kind: string,
  isMeant: (field: Field) => boolean,
): readonly Field[] {
  const fields = resource.fields.filter(isMeant);
  if (fields.length > 0) return fields;
  throw new NotRunnable(`${resource.plural.replaceAll('_', ' ')} have no ${kind}`);
}

/** Whether a field is a text without a format or a list of choices. */
export function isPlainText(field: Field): boolean {
  return field.type === 'string' && field.format === null && field.enum === null;
}

/** Whether a field is an integer or a number. */
export function isNumeric({ type }: Field): boolean {
  return type === 'integer' || type === 'number';
}

/** Whether a plain text holds whatever has 10 to 30 characters. */
export function isRoomyText(field: Field): boolean {
  return isPlainText(field) && field.minLength <= 10 && field.maxLength >= 30;
}

/** Whether items are found by a text of any letters, which holds a handful of them. */
export function isPlainKey(field: Field): boolean {
  return field.unique && isPlainText(field) && field.maxLength >= 5;
}

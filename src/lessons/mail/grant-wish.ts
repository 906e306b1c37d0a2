import { MAX_TEXT_LENGTH, type Resource } from '../../catalog/resource.ts';
import type { Wish } from './letter.ts';

type Properties = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The resource's schema with the wish granted; null where that would change nothing or too much. */
export function grantWish(wish: Wish, resource: Resource): object | null {
  const { key, schema } = resource;
  const properties = (schema as { properties: Properties }).properties;
  const own = properties[key.name]!;
  if ('lengthen' in wish) {
    const maxLength = key.maxLength + wish.lengthen;
    if (key.format !== null || maxLength > MAX_TEXT_LENGTH) return null;
    return { ...schema, properties: { ...properties, [key.name]: { ...own, maxLength } } };
  }
  const name = 'add' in wish ? wish.add : wish.key;
  if (Object.hasOwn(properties, name)) return null;
  if ('add' in wish) return { ...schema, properties: { ...properties, [name]: wish.schema } };
  const { 'x-unique': _, ...freed } = own;
  const moved = { [key.name]: freed, [name]: { ...wish.schema, 'x-unique': true } };
  const { required } = schema as { required: readonly string[] };
  return {
    ...schema,
    properties: { ...properties, ...moved },
    required: [...required, name],
  };
}

import { withArticle } from '../catalog/names.ts';
import type { Resource } from '../catalog/resource.ts';

/**
 * Puts the resource's words into a sentence: `{item}` (task), `{items}` (tasks), `{path}`
 * (/api/v1/tasks), `{an item}` (a task), `{key}` (the natural key) and `{closes}` (the field
 * that closes an item).
 */
export function inWords(sentence: string, resource: Resource): string {
  const item = resource.name.replaceAll('_', ' ');
  const words: Readonly<Record<string, string>> = {
    item,
    'an item': withArticle(item),
    items: resource.plural.replaceAll('_', ' '),
    path: `/api/v1/${resource.path}`,
    key: resource.key.name,
    closes: resource.closes.name,
  };
  return sentence.replace(/\{([a-z ]+)\}/g, (whole, name: string) => words[name] ?? whole);
}

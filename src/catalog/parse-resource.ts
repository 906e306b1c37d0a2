import { refuseSchemaName } from './names.ts';
import { parseField } from './parse-field.ts';
import { escapeToken, isObject, type Json } from './read-keywords.ts';
import { buildResource, type Field, type Resource, type SchemaProblem } from './resource.ts';

/** Most fields that a resource may have. */
export const MAX_FIELDS = 30;

const keywords = new Set([
  '$schema',
  '$id',
  'title',
  'x-plural',
  'description',
  'type',
  'properties',
  'required',
  'additionalProperties',
]);

/**
 * Reads a resource from a JSON Schema object (draft 2020-12, the subset of docs/resources.md).
 * Every problem is found at once; the resource is null when there is one.
 */
export function parseResource(json: unknown): {
  resource: Resource | null;
  problems: SchemaProblem[];
} {
  const problems: SchemaProblem[] = [];
  const report = (pointer: string, reason: string) => void problems.push({ pointer, reason });
  if (!isObject(json)) {
    report('', 'must be a JSON object');
    return { resource: null, problems };
  }
  checkTopLevel(json, report);
  const { name, plural } = readNames(json, report);
  const fields = withClosingField(readFields(json, report));
  checkRoles(fields, report);
  if (problems.length > 0) return { resource: null, problems };
  return { resource: buildResource(name, plural, fields, json), problems };
}

type Report = (pointer: string, reason: string) => void;

function checkTopLevel(schema: Json, report: Report): void {
  for (const keyword of Object.keys(schema)) {
    if (!keywords.has(keyword)) report(`/${escapeToken(keyword)}`, 'is not part of the subset');
  }
  if (schema['type'] !== 'object') report('/type', 'must be "object"');
  if (schema['additionalProperties'] !== undefined && schema['additionalProperties'] !== false) {
    report('/additionalProperties', 'must be false: unknown fields are always refused');
  }
}

function readNames(schema: Json, report: Report): { name: string; plural: string } {
  const name = textOf(schema['title']);
  const { 'x-plural': plural = `${name}s` } = schema;
  const nameReason = refuseSchemaName(name, 'resource');
  if (nameReason !== null) report('/title', nameReason);
  const pluralReason = nameReason === null ? refuseSchemaName(textOf(plural), 'resource') : null;
  if (pluralReason !== null) report('/x-plural', pluralReason);
  if (name === plural) report('/x-plural', 'must differ from the title');
  return { name, plural: textOf(plural) };
}

/** What is not a text becomes the empty one, which no name can be. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function readFields(schema: Json, report: Report): Field[] {
  const properties = schema['properties'];
  if (!isObject(properties)) {
    report('/properties', 'must be an object');
    return [];
  }
  const names = Object.keys(properties);
  if (names.length === 0 || names.length > MAX_FIELDS) {
    report('/properties', `must have 1 to ${MAX_FIELDS} fields`);
  }
  const required = readRequired(schema, names, report);
  return names.map((name) => {
    const at = `/properties/${escapeToken(name)}`;
    const reason = refuseSchemaName(name, 'field');
    if (reason !== null) report(at, reason);
    const reportWithin = (place: string, why: string) =>
      report(place === '' ? at : `${at}/${place}`, why);
    return parseField(name, properties[name], required.has(name), reportWithin);
  });
}

function readRequired(schema: Json, names: readonly string[], report: Report): Set<string> {
  const { required = [] } = schema;
  if (!Array.isArray(required)) {
    report('/required', 'must be a list of field names');
    return new Set();
  }
  for (const [at, name] of required.entries()) {
    if (!names.includes(name)) report(`/required/${at}`, 'is not one of the properties');
  }
  return new Set(required);
}

function withClosingField(fields: Field[]): Field[] {
  if (fields.some((field) => field.closes)) return fields;
  if (fields.some((field) => field.name === 'archived')) return fields;
  const schema = { type: 'boolean', default: false, 'x-closes': true };
  return [...fields, parseField('archived', schema, false, () => {})];
}

function checkRoles(fields: readonly Field[], report: Report): void {
  const unique = fields.filter((field) => field.unique).length;
  if (unique !== 1) report('/properties', `must mark one string x-unique, and marks ${unique}`);
  const closing = fields.filter((field) => field.closes).length;
  if (closing > 1) report('/properties', `must mark one boolean x-closes, and marks ${closing}`);
  if (closing === 0) report('/properties/archived', 'must be the boolean marked x-closes');
}

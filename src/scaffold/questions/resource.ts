import { resolve } from 'node:path';
import { refuseSchemaName } from '../../catalog/names.ts';
import { parseResource } from '../../catalog/parse-resource.ts';
import { presets } from '../../catalog/presets.ts';
import type { Resource } from '../../catalog/resource.ts';
import type { FieldType } from '../../catalog/resource.ts';
import { UserError } from '../../errors.ts';
import type { Prompt } from '../../system/prompt.ts';
import { readJsonFile } from '../../system/read-json.ts';
import { suggest } from '../../system/suggest.ts';
import type { Interview } from '../interview.ts';
import type { ResourceSource } from '../plan.ts';

/** A resource and where it came from. */
export interface ResourceAnswer {
  readonly resource: Resource;
  readonly resourceSource: ResourceSource;
}

const DESCRIBE = 'describe';
const FILE = 'file';

/** A preset, a JSON Schema file, or one that is described field by field. */
export async function answerResource(interview: Interview, cwd: string): Promise<ResourceAnswer> {
  const { resource } = interview.flags;
  if (resource !== undefined) return resourceOf(resource, cwd);
  const choices = [
    ...Object.entries(presets).map(([value, schema]) => ({
      value,
      label: value,
      hint: String((schema as { description: string }).description),
    })),
    { value: FILE, label: 'a JSON Schema file of mine' },
    { value: DESCRIBE, label: 'describe my own', hint: 'name and fields, one by one' },
  ];
  return interview.settle({
    flag: '--resource',
    example: '--resource tasks',
    otherwise: resourceOf('tasks', cwd),
    ask: async (prompt) => {
      const choice = await prompt.select('What does it serve?', choices, 'tasks');
      if (choice === DESCRIBE) return describeResource(prompt);
      return choice === FILE ? askForFile(prompt, cwd) : resourceOf(choice, cwd);
    },
  });
}

/** The resource that `--resource` names: a preset's id or the path of a file. */
export function resourceOf(idOrPath: string, cwd: string): ResourceAnswer {
  if (Object.hasOwn(presets, idOrPath)) {
    const resource = requireResource(presets[idOrPath], idOrPath);
    return { resource, resourceSource: { kind: 'preset', id: idOrPath } };
  }
  if (!/[./\\]/.test(idOrPath)) {
    const ids = Object.keys(presets);
    throw new UserError(
      `There is no resource "${idOrPath}".`,
      `${suggest(idOrPath, ids)}There are ${ids.join(', ')}, or the path of a JSON Schema file.`,
    );
  }
  const json = readJsonFile(resolve(cwd, idOrPath), idOrPath);
  const resource = requireResource(schemaWithin(json), idOrPath);
  return { resource, resourceSource: { kind: 'file', path: idOrPath } };
}

/** The state file of a project holds a schema too, so that its project can be made again. */
function schemaWithin(json: unknown): unknown {
  const state = json as { kit?: unknown; resource?: unknown } | null;
  return state?.kit !== undefined && state.resource !== undefined ? state.resource : json;
}

function requireResource(json: unknown, source: string): Resource {
  const { resource, problems } = parseResource(json);
  if (resource !== null) return resource;
  const lines = problems.slice(0, 10).map(({ pointer, reason }) => `${pointer || '/'} ${reason}`);
  const more = problems.length > 10 ? [`and ${problems.length - 10} more`] : [];
  throw new UserError(
    `${source} cannot be a resource:\n  ${[...lines, ...more].join('\n  ')}`,
    'The subset of JSON Schema that is understood is in docs/resources.md.',
  );
}

async function askForFile(prompt: Prompt, cwd: string): Promise<ResourceAnswer> {
  const refuse = (path: string) => {
    try {
      resourceOf(path.includes('/') ? path : `./${path}`, cwd);
      return null;
    } catch (error) {
      return (error as Error).message;
    }
  };
  const path = await prompt.text('Where is the JSON Schema file?', 'resource.json', refuse);
  return resourceOf(path.includes('/') ? path : `./${path}`, cwd);
}

/** What a prompt refuses a name with, or null. */
function refuseName(kind: 'resource' | 'field', taken: readonly string[]) {
  return (name: string) =>
    taken.includes(name) ? 'is taken already' : refuseSchemaName(name, kind);
}

async function describeResource(prompt: Prompt): Promise<ResourceAnswer> {
  const title = await prompt.text(
    'What is one of them called?',
    'recipe',
    refuseName('resource', []),
  );
  const plural = await prompt.text('And several?', `${title}s`, refuseName('resource', [title]));
  const key = await prompt.text(
    'Which field tells them apart (a text that is unique)?',
    'title',
    refuseName('field', []),
  );
  const text = { type: 'string', minLength: 1, maxLength: 200 };
  const properties: Record<string, object> = { [key]: { ...text, 'x-unique': true } };
  const required = [key];
  const types = ['string', 'integer', 'number', 'boolean'].map((type) => ({
    value: type as FieldType,
    label: type,
  }));
  while (await prompt.confirm('Another field?', Object.keys(properties).length < 2)) {
    const taken = Object.keys(properties);
    const name = await prompt.text('Its name?', 'notes', refuseName('field', taken));
    const type = await prompt.select('Its type?', types, 'string');
    properties[name] = type === 'string' ? text : { type };
    if (await prompt.confirm('Must it always be given?', false)) required.push(name);
  }
  const schema = { title, 'x-plural': plural, type: 'object', properties, required };
  return {
    resource: requireResource(schema, 'What you described'),
    resourceSource: { kind: 'described' },
  };
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { isObject, type Json } from '../expect.ts';
import { Failure } from '../failure.ts';

const notOurs = new Set(['node_modules', '.git', 'vendor', '.venv', 'target']);

/** A file of a project: the first of these paths that is there; the check fails where none is. */
export function readOneOf(project: string, paths: readonly string[]): string {
  const path = paths.find((candidate) => existsSync(join(project, candidate)));
  if (path !== undefined) return readFileSync(join(project, path), 'utf8');
  throw new Failure({ expected: `a file ${paths[0]}`, got: 'there is none' });
}

/** A YAML file of a project, read like {@link readOneOf}, with its merge keys (`<<`) followed. */
export function readYamlOf(project: string, paths: readonly string[]): Json {
  const value = parseYaml(readOneOf(project, paths));
  if (isObject(value)) return value;
  throw new Failure({ expected: `${paths[0]} is YAML`, got: 'it cannot be read' });
}

/** Paths of a project's own files whose names have one of these endings. */
export function filesOf(project: string, endings: readonly string[], under = ''): string[] {
  const folder = join(project, under);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(under, entry.name);
    if (entry.isDirectory()) return notOurs.has(entry.name) ? [] : filesOf(project, endings, path);
    return endings.some((ending) => path.endsWith(ending)) ? [path] : [];
  });
}

function parseYaml(text: string): unknown {
  try {
    return parse(text, { merge: true });
  } catch {
    return undefined;
  }
}

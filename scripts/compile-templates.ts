import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import Handlebars from 'handlebars';
import { parse } from 'yaml';
import { helperNames } from '../src/scaffold/render-template.ts';
import type { StageNotes } from '../src/scaffold/template-set.ts';

const lockFileNames = new Set(['package-lock.json', 'uv.lock', 'go.sum']);
/** How the dialect is compiled: an unknown name or helper fails. */
export const compileOptions = {
  strict: true,
  noEscape: true,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries(helperNames.map((name) => [name, true])),
};

/** Compiles `templates/<stack>/<stage>/` into one module a stage, `<out>/<stack>/<stage>.cjs`. */
export async function compileTemplates(templates: string, out: string): Promise<void> {
  for (const stack of await readdir(templates)) {
    await mkdir(join(out, stack), { recursive: true });
    for (const stage of await readdir(join(templates, stack))) {
      await compileStage(join(templates, stack, stage), join(out, stack), stage);
    }
  }
}

async function compileStage(folder: string, out: string, stage: string): Promise<void> {
  const files: string[] = [];
  const lockFiles: Record<string, string> = {};
  for (const path of await listFiles(folder)) {
    if (path === 'stage.yaml') continue;
    const source = await readFile(join(folder, path), 'utf8');
    if (lockFileNames.has(path)) {
      lockFiles[path] = `${stage}.${path}`;
      await writeFile(join(out, `${stage}.${path}`), source);
    } else {
      files.push(compileFile(path, source));
    }
  }
  const notes = await readNotes(join(folder, 'stage.yaml'));
  const module = `module.exports = {
notes: ${JSON.stringify(notes)},
lockFiles: ${JSON.stringify(lockFiles)},
files: {\n${files.join(',\n')}\n} };\n`;
  await writeFile(join(out, `${stage}.cjs`), module);
}

/** A tag of the dialect in a file that is not a template, or one that is escaped in a template. */
const leftover = { plain: /(?<!\$)\{\{[#/]?\w+/, template: /\\\{\{/ };

function compileFile(path: string, source: string): string {
  const isTemplate = path.endsWith('.hbs');
  const left = leftover[isTemplate ? 'template' : 'plain'].exec(source);
  if (left !== null) throw new Error(`a tag would be left in ${path}: ${left[0]}`);
  if (!isTemplate) return `${JSON.stringify(path)}: ${JSON.stringify(source)}`;
  try {
    const compiled = Handlebars.precompile(source, compileOptions);
    return `${JSON.stringify(path.slice(0, -'.hbs'.length))}: ${compiled}`;
  } catch (error) {
    throw new Error(`the template ${path} does not compile`, { cause: error });
  }
}

async function readNotes(path: string): Promise<StageNotes> {
  const notes = parse(await readFile(path, 'utf8')) as Partial<StageNotes>;
  const { title, teaches, why } = notes;
  if (!title || !teaches || !why) throw new Error(`${path} needs title, teaches and why`);
  return {
    notes: {},
    hunks: {},
    replaces: [],
    clears: [],
    rewrites: {},
    services: [],
    settings: [],
    manifest: {},
    ...notes,
  } as StageNotes;
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

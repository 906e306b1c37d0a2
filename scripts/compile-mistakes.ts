import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import Handlebars from 'handlebars';
import { parse } from 'yaml';
import { compileOptions } from './compile-templates.ts';

/** A mistake as its author writes it, besides the edits, which stand under the id of their stack. */
interface AuthoredMistake {
  readonly id: string;
  readonly [key: string]: unknown;
}

interface AuthoredEdit {
  readonly file: string;
  readonly text: string;
  readonly with: string;
}

const plainKeys = new Set(['id', 'check', 'story', 'symptom', 'until', 'needs', 'impossible']);
const editKeys = ['file', 'text', 'with'] as const;

/** Compiles every `mistakes.yaml` below `lessons/` into one module, `<out>/mistakes.cjs`. */
export async function compileMistakes(lessons: string, out: string): Promise<void> {
  const entries = await readdir(lessons, { recursive: true });
  const paths = entries.filter((path) => path.endsWith('mistakes.yaml')).sort();
  const mistakes: string[] = [];
  for (const path of paths) {
    const authored = parse(await readFile(join(lessons, path), 'utf8')) as AuthoredMistake[];
    const [stage, lesson = null] = dirname(path).split(/[\\/]/);
    mistakes.push(...authored.map((mistake) => compileMistake(mistake, stage!, lesson)));
  }
  await writeFile(join(out, 'mistakes.cjs'), `module.exports = [\n${mistakes.join(',\n')}\n];\n`);
}

/** Compiles `decoys.yaml`, harmless changes that are written like mistakes, into `<out>/decoys.cjs`. */
export async function compileDecoys(lessons: string, out: string): Promise<void> {
  const authored = parse(await readFile(join(lessons, 'decoys.yaml'), 'utf8')) as AuthoredMistake[];
  const decoys = authored.map((decoy) => compileMistake(decoy, '', null));
  await writeFile(join(out, 'decoys.cjs'), `module.exports = [\n${decoys.join(',\n')}\n];\n`);
}

function compileMistake(mistake: AuthoredMistake, stage: string, lesson: string | null): string {
  const plain = Object.entries(mistake).filter(([key]) => plainKeys.has(key));
  const stacks = Object.entries(mistake).filter(([key]) => !plainKeys.has(key));
  const edits = stacks.map(
    ([stack, list]) =>
      `${JSON.stringify(stack)}: [${(list as AuthoredEdit[]).map((edit) => compileEdit(edit, mistake.id))}]`,
  );
  const head = JSON.stringify({ stage, lesson, ...Object.fromEntries(plain) });
  return `{ ...${head}, edits: {${edits.join(', ')}} }`;
}

function compileEdit(edit: AuthoredEdit, id: string): string {
  const parts = editKeys.map((key) => {
    if (typeof edit[key] !== 'string')
      throw new Error(`the mistake ${id} has an edit without ${key}`);
    return `${key}: ${Handlebars.precompile(edit[key], compileOptions) as string}`;
  });
  return `{ ${parts.join(', ')} }`;
}

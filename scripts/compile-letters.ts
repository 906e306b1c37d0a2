import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { parse } from 'yaml';
import { compileOptions } from './compile-templates.ts';

/** A letter as its author writes it; see `Letter` in src/lessons/mail/letter.ts. */
interface AuthoredLetter {
  readonly id: string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly wishes: readonly object[];
}

/** Compiles every `letters.yaml` of a stage into one module, `<out>/letters.cjs`. */
export async function compileLetters(lessons: string, out: string): Promise<void> {
  const entries = await readdir(lessons, { recursive: true });
  const paths = entries.filter((path) => path.endsWith('letters.yaml')).sort();
  const letters: string[] = [];
  for (const path of paths) {
    const authored = parse(await readFile(join(lessons, path), 'utf8')) as AuthoredLetter[];
    letters.push(...authored.map((letter) => compileLetter(letter, Number.parseInt(path, 10))));
  }
  await writeFile(join(out, 'letters.cjs'), `module.exports = [\n${letters.join(',\n')}\n];\n`);
}

function compileLetter({ id, from, subject, text, wishes }: AuthoredLetter, stage: number): string {
  const plain = JSON.stringify({ id, stage, from, wishes });
  return `{ ...${plain}, subject: ${compile(subject)}, text: ${compile(text)} }`;
}

function compile(source: string): string {
  return Handlebars.precompile(source, compileOptions) as string;
}

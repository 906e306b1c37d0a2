import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { compileOptions } from './compile-templates.ts';

const ending = '.hbs';

/** Compiles what a course adds to its repositories into one module, `<out>/classroom.cjs`, by name. */
export async function compileClassroom(folder: string, out: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(ending)).sort();
  const compiled = await Promise.all(
    names.map(async (name) => {
      const source = await readFile(join(folder, name), 'utf8');
      const template = Handlebars.precompile(source, compileOptions) as string;
      return `${JSON.stringify(name.slice(0, -ending.length))}: ${template}`;
    }),
  );
  await writeFile(join(out, 'classroom.cjs'), `module.exports = {\n${compiled.join(',\n')}\n};\n`);
}

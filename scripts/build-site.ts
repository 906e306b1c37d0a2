import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

/** The parts of the style sheet, in their order: what comes later may override. */
const parts =
  'tokens base frame code map lesson predict checks changes search classroom print'.split(' ');

/** Puts together what the pages of the site are served with: a style sheet, and scripts. */
export async function buildSite(source: string, out: string): Promise<void> {
  await mkdir(out, { recursive: true });
  const sheets = parts.map((part) => readFile(join(source, 'style', `${part}.css`), 'utf8'));
  await writeFile(join(out, 'site.css'), (await Promise.all(sheets)).join('\n'));
  for (const script of ['site', 'search']) {
    await bundle(join(source, 'client', `${script}.ts`), join(out, `${script}.js`));
  }
}

async function bundle(input: string, file: string): Promise<void> {
  const build = await rolldown({ input, platform: 'browser', tsconfig: false });
  await build.write({ file, format: 'iife', minify: true });
  await build.close();
}

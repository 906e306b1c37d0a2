import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The parts of the style sheet, in their order: what comes later may override. */
const parts = 'tokens base frame code map lesson predict checks changes search print'.split(' ');

/** Puts together what the pages of the site are served with: the style sheet. */
export async function buildSite(source: string, out: string): Promise<void> {
  await mkdir(out, { recursive: true });
  const sheets = parts.map((part) => readFile(join(source, 'style', `${part}.css`), 'utf8'));
  await writeFile(join(out, 'site.css'), (await Promise.all(sheets)).join('\n'));
}

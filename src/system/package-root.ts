import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

let found: string | undefined;

/** The folder of the kit's own package.json, whether the code runs from `src` or from `dist`. */
export function packageRoot(): string {
  found ??= climb(import.meta.dirname);
  return found;
}

function climb(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('the package of the kit has no package.json');
  return climb(parent);
}

/** The version of the kit, from its own package.json. */
export function packageVersion(): string {
  const manifest = readFileSync(join(packageRoot(), 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

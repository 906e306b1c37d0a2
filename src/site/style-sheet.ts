import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../system/package-root.ts';

const read = new Map<string, string>();

/** The style sheet that all pages share, as the build has put it together. */
export function styleSheet(): string {
  return builtFile('site.css');
}

/** A file that the build has made for the pages, read once. */
export function builtFile(name: string): string {
  const text = read.get(name) ?? readFileSync(join(packageRoot(), 'dist', 'site', name), 'utf8');
  read.set(name, text);
  return text;
}

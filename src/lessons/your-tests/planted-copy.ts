import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { filesOf } from '../../checker/files/project-files.ts';
import type { ProjectCopy } from '../../checker/service/project-copy.ts';

import type { Files } from '../../scaffold/render.ts';

/** The source of a project in a folder. */
export function sourceIn(folder: string): Files {
  const paths = filesOf(folder, [''], 'src');
  return new Map(
    paths.map((path) => [path.split(sep).join('/'), readFileSync(join(folder, path), 'utf8')]),
  );
}

/** Replaces the whole source of a copy, and what the tests lean on. */
export function replaceSource({ folder }: ProjectCopy, files: Files): void {
  rmSync(join(folder, 'src'), { recursive: true, force: true });
  for (const [path, text] of files) {
    if (!path.startsWith('src/') && !path.startsWith('test/support/')) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Does some work while a mistake is in the copy; afterwards the copy is as it was. */
export async function whilePlanted<Result>(
  { folder }: ProjectCopy,
  before: Files,
  planted: Files,
  work: () => Promise<Result>,
): Promise<Result> {
  const changed = [...planted].filter(([path, text]) => before.get(path) !== text);
  for (const [path, text] of changed) writeFileSync(join(folder, path), text);
  try {
    return await work();
  } finally {
    for (const [path] of changed) writeFileSync(join(folder, path), before.get(path)!);
  }
}

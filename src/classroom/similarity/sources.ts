import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Files } from '../../scaffold/render.ts';
import { textOf } from '../submissions/text-of.ts';

/** One file of a program. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** The sources of a work. */
export interface WorkSources {
  readonly work: string;
  readonly sources: readonly Source[];
}

const program = /\.(?:[cm]?[jt]s|py|go|java|sql)$/;
/** Folders of what is installed or built. */
const notTheirs = /(?:^|\/)(?:node_modules|dist|build|target|\.[^/]+|__pycache__)\//;
/** Beyond this size a file is data or generated, in bytes. */
const MAX_BYTES = 200_000;

/** The programs among the files of a project, in the order of their paths. */
export function sourcesIn(folder: string): readonly Source[] {
  return readdirSync(folder, { recursive: true })
    .map((path) => String(path).replaceAll('\\', '/'))
    .filter((path) => isProgram(path) && statSync(join(folder, path)).size <= MAX_BYTES)
    .sort()
    .flatMap((path) => {
      const text = textOf(join(folder, path));
      return text === null ? [] : [{ path, text }];
    });
}

/** The programs among files that were rendered. */
export function sourcesOf(files: Files): readonly Source[] {
  return [...files].filter(([path]) => isProgram(path)).map(([path, text]) => ({ path, text }));
}

function isProgram(path: string): boolean {
  return program.test(path) && !notTheirs.test(path);
}

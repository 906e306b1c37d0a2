import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { Git, type GitContext } from '../../project/git.ts';
import type { Files } from '../../scaffold/render.ts';
import { renameSettings } from '../move/renames.ts';
import { listFiles } from './list-files.ts';

/**
 * Where files of the kit are now that a learner has moved or renamed, as git recognises them by
 * their contents: by the kit's path, the learner's.
 * @param made the files as the kit makes them
 */
export async function findMoved(
  context: GitContext,
  project: string,
  made: Files,
): Promise<ReadonlyMap<string, string>> {
  const gone = [...made].filter(([path]) => !existsSync(join(project, path)));
  const kinds = new Set(gone.map(([path]) => extname(path)));
  const found = kinds.size === 0 ? [] : await listFiles(context, project);
  const strangers = found.filter((path) => !made.has(path) && kinds.has(extname(path)));
  if (strangers.length === 0) return new Map();
  const texts = strangers.map((path): [string, string] => [
    path,
    readFileSync(join(project, path), 'utf8').replaceAll('\r\n', '\n'),
  ]);
  return compare(context, gone, texts);
}

type Texts = readonly (readonly [path: string, text: string])[];

/** Pairs texts that git takes for the same file under two names. */
async function compare(context: GitContext, before: Texts, after: Texts) {
  const folder = await mkdtemp(join(tmpdir(), 'create-backend-moved-'));
  try {
    await writeTexts(join(folder, 'a'), before);
    await writeTexts(join(folder, 'b'), after);
    const asked = ['diff', '--no-index', '-M', '-z', '--name-status', '--diff-filter=R', 'a', 'b'];
    const { stdout } = await new Git(context, folder).with(renameSettings).try(...asked);
    const parts = stdout.split('\0').slice(0, -1);
    const pairs = parts.flatMap((_, at): [string, string][] =>
      at % 3 === 0 ? [[parts[at + 1]!.slice('a/'.length), parts[at + 2]!.slice('b/'.length)]] : [],
    );
    return new Map(pairs);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeTexts(folder: string, texts: Texts): Promise<void> {
  for (const [path, text] of texts) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

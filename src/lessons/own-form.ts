import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CommandLine } from '../catalog/stacks.ts';
import type { Context } from '../context.ts';
import type { KnownProject } from '../project/read-state.ts';
import type { Files } from '../scaffold/render.ts';
import { ownEnvironment } from '../system/own-environment.ts';

type FormatContext = Pick<Context, 'run' | 'env' | 'signal'>;

/** Gives files another form. What the formatter does not know, or cannot read, stays as it is. */
export type Format = (files: Files) => Promise<Files>;

/**
 * What gives files the form that a project's own formatter was told; null where it was told nothing
 * else than by the kit.
 * @param made the project's files as the kit makes them
 */
export function ownForm(
  context: FormatContext,
  { folder, stack: { formatter } }: KnownProject,
  made: Files,
): Format | null {
  if (formatter === undefined) return null;
  const settings = readThere(folder, formatter.settings);
  if (formatter.settings.every((path) => settings.get(path) === made.get(path))) return null;
  const command = formatter.command.map((part) => part.replace('{project}', folder));
  return (files) => formatFiles(context, command, settings, files);
}

function readThere(folder: string, paths: readonly string[]): Files {
  const there = paths.filter((path) => existsSync(join(folder, path)));
  return new Map(there.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

async function formatFiles(
  { run, env, signal }: FormatContext,
  command: CommandLine,
  settings: Files,
  files: Files,
): Promise<Files> {
  const folder = await mkdtemp(join(tmpdir(), 'create-backend-format-'));
  try {
    for (const [path, text] of [...files, ...settings]) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    await run(command, { cwd: folder, env: ownEnvironment(env), signal });
    const formatted = [...files.keys()].map(async (path): Promise<[string, string]> => {
      return [path, await readFile(join(folder, path), 'utf8')];
    });
    return new Map(await Promise.all(formatted));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CommandLine } from '../../catalog/stacks.ts';
import type { Context } from '../../context.ts';
import type { KnownProject } from '../../project/read-state.ts';
import type { Files } from '../../scaffold/render.ts';
import { ownEnvironment } from '../../system/own-environment.ts';
import type { Border } from './border.ts';

/**
 * The border with a further version of what the stage changes, in the form that the project's own
 * formatter gives it, where the person has told that formatter other things than the kit. What is
 * new comes in that form. Without the formatter nothing takes another form.
 */
export async function withOwnFormat(
  context: Pick<Context, 'run' | 'env' | 'signal'>,
  { folder, stack }: KnownProject,
  border: Border,
): Promise<Border> {
  const { formatter } = stack;
  const { base, next } = border;
  const settings = formatter === undefined ? new Map() : readSettings(folder, formatter.settings);
  const isTheKits = formatter?.settings.every((path) => settings.get(path) === base.get(path));
  if (formatter === undefined || isTheKits) return border;
  const changed = [...next].filter(([path, text]) => base.get(path) !== text);
  const before = changed.flatMap(([path]): [string, string][] =>
    base.has(path) ? [[path, base.get(path)!]] : [],
  );
  const command = formatter.command.map((part) => part.replace('{project}', folder));
  const format = (files: Files) => formatFiles(context, command, settings, files);
  const version = {
    base: await format(new Map(before)),
    next: await format(new Map(changed)),
    regions: new Map(),
  };
  const added = [...version.next].filter(([path]) => !base.has(path));
  return { ...border, next: new Map([...next, ...added]), others: [...border.others, version] };
}

function readSettings(folder: string, paths: readonly string[]): Files {
  const there = paths.filter((path) => existsSync(join(folder, path)));
  return new Map(there.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

/** Files that the formatter does not know, or cannot read, stay as they are. */
async function formatFiles(
  { run, env, signal }: Pick<Context, 'run' | 'env' | 'signal'>,
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

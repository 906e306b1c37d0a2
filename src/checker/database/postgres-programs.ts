import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findProgram } from '../../system/own-environment.ts';

/** Where installers put versions side by side; `*` is the version. */
const places: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ['/usr/lib/postgresql/*/bin', '/usr/pgsql-*/bin', '/usr/lib/postgresql*/bin'],
  darwin: [
    '/opt/homebrew/opt/postgresql@*/bin',
    '/usr/local/opt/postgresql@*/bin',
    '/Applications/Postgres.app/Contents/Versions/*/bin',
  ],
  win32: ['C:\\Program Files\\PostgreSQL\\*\\bin'],
};

/** Folder of the server's programs of the newest Postgres here; null where there is none. */
export function findPostgres(
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
): string | null {
  const onPath = findProgram('initdb', env);
  const ending = platform === 'win32' ? '.exe' : '';
  const found = (places[platform] ?? [])
    .flatMap(foldersOf)
    .filter((folder) => existsSync(join(folder, `initdb${ending}`)))
    .sort((left, right) => versionIn(right) - versionIn(left));
  return onPath === null ? (found[0] ?? null) : dirname(onPath);
}

function foldersOf(place: string): string[] {
  const [before = '', after = ''] = place.split('*');
  const parent = before.slice(0, Math.max(before.lastIndexOf('/'), before.lastIndexOf('\\')) + 1);
  if (!existsSync(parent)) return [];
  return readdirSync(parent)
    .map((name) => parent + name + after)
    .filter((folder) => folder.startsWith(before));
}

function versionIn(folder: string): number {
  return Number(/(\d+)[^\d]*$/.exec(folder)?.[1] ?? 0);
}

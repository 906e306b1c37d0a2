import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { cacheFolder } from './cache.ts';
import { engineRoot } from './engine.ts';
import { type BaseImage, nodeImage, postgresImage } from './images.ts';
import { npmCache } from './npm-cache.ts';
import { run } from './shell.ts';

/** All that one run needs, on disk. */
export interface Bench {
  /** Folder of the run: the engine's data, the copied project, the base images, the logs. */
  folder: string;
  /** Folder that becomes the engine's root. */
  engine: string;
}

/** Brings engine, base images, packages and a copy of the project together in one folder. */
export function prepareBench(project: string): Bench {
  const engine = engineRoot();
  const base = baseOf(project);
  const images = [nodeImage(base), postgresImage('postgres:17')];
  const packages = npmCache(project);
  const folder = mkdtempSync(join(cacheFolder, 'run-'));
  for (const name of ['data', 'root', 'images']) mkdirSync(join(folder, name));
  for (const image of images) addImage(folder, image);
  run('cp', ['-a', packages, join(folder, 'npm-cache')]);
  writeFileSync(join(folder, 'seed.Dockerfile'), `FROM ${base}\n${SEED}\n`);
  copyProject(project, join(folder, 'project'));
  return { folder, engine };
}

/** Fills the cache that the project's Dockerfile mounts at /root/.npm, as a first build would. */
const SEED = [
  'RUN --mount=type=bind,target=/seed --mount=type=cache,target=/root/.npm',
  'cp -R /seed/. /root/.npm/',
].join(' ');

/** The image that the first FROM of the project's Dockerfile names. */
function baseOf(project: string): string {
  const dockerfile = readFileSync(join(project, 'Dockerfile'), 'utf8');
  return /^FROM (\S+)/m.exec(dockerfile)?.[1] ?? '';
}

function addImage(folder: string, image: BaseImage): void {
  const changes = image.changes.flatMap((change) => ['--change', change]);
  const order = [...changes, '/srv/run/images/' + basename(image.files), image.name];
  run('ln', [image.files, join(folder, 'images', basename(image.files))]);
  writeFileSync(join(folder, 'images', `${basename(image.files)}.args`), order.join('\n') + '\n');
}

/** Copies what a clone would hold, and adds what a developer's folder holds beside it. */
function copyProject(from: string, to: string): void {
  const leftOut = ['node_modules', '.git', '.data', '.env'];
  cpSync(from, to, {
    recursive: true,
    filter: (path) => !leftOut.some((name) => path === join(from, name)),
  });
  run('git', ['init', '--quiet', to]);
  writeFileSync(join(to, '.env'), 'PLANTED=never-in-an-image\n');
  mkdirSync(join(to, 'node_modules'));
  writeFileSync(join(to, 'node_modules/planted.js'), 'never-in-an-image\n');
}

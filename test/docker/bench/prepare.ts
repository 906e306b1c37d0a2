import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { cacheFolder } from './cache.ts';
import { engineRoot } from './engine.ts';
import { type BaseImage, nodeImage, postgresImage } from './images.ts';
import { npmCache } from './npm-cache.ts';
import { baseOf, placeProject } from './project.ts';
import { run } from './shell.ts';

/** All that one run needs, on disk. */
export interface Bench {
  /** Folder of the run: the engine's data, the project, the base images, the logs. */
  folder: string;
  /** Folder that becomes the engine's root. */
  engine: string;
}

/**
 * Brings engine, project, base images and packages together. Without a path to a project, the
 * kit of this repository makes one.
 */
export function prepareBench(project?: string): Bench {
  const engine = engineRoot();
  const folder = mkdtempSync(join(cacheFolder, 'run-'));
  try {
    for (const name of ['data', 'root', 'images']) mkdirSync(join(folder, name));
    placeProject(project, join(folder, 'project'));
    addImages(folder, baseOf(join(folder, 'project')));
    return { folder, engine };
  } catch (error) {
    rmSync(folder, { recursive: true });
    throw error;
  }
}

function addImages(folder: string, base: string): void {
  for (const image of [nodeImage(base), postgresImage('postgres:17')]) addImage(folder, image);
  run('cp', ['-a', npmCache(join(folder, 'project')), join(folder, 'npm-cache')]);
  writeFileSync(join(folder, 'seed.Dockerfile'), `FROM ${base}\n${SEED}\n`);
}

/** Fills the cache that the project's Dockerfile mounts at /root/.npm, as a first build would. */
const SEED = [
  'RUN --mount=type=bind,target=/seed --mount=type=cache,target=/root/.npm',
  'cp -R /seed/. /root/.npm/',
].join(' ');

function addImage(folder: string, image: BaseImage): void {
  const tar = basename(image.files);
  const changes = image.changes.flatMap((change) => ['--change', change]);
  const args = [...changes, `/srv/run/images/${tar}`, image.name];
  run('ln', [image.files, join(folder, 'images', tar)]);
  writeFileSync(join(folder, 'images', `${tar}.args`), `${args.join('\n')}\n`);
}

import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { run } from './shell.ts';

const KIT = join(import.meta.dirname, '../../../bin/create-backend.js');

/** Puts a project of the Docker stage at `to`: a copy of `from`, or what the kit makes. */
export function placeProject(from: string | undefined, to: string): void {
  if (from === undefined) makeProject(to);
  else copyClone(from, to);
  plantWhatMustStayOut(to);
}

function makeProject(to: string): void {
  const stage = ['--stage', 'docker', '--yes', '--no-git', '--no-install', '--no-test'];
  // The kit writes into the current folder and nowhere else.
  run(process.execPath, [KIT, basename(to), ...stage], dirname(to));
}

/** Copies what a clone would hold. */
function copyClone(from: string, to: string): void {
  const left = new Set(['node_modules', '.git', 'data', '.env'].map((name) => join(from, name)));
  cpSync(from, to, { recursive: true, filter: (path) => !left.has(path) });
}

/** What a developer's folder holds beside the clone. */
function plantWhatMustStayOut(project: string): void {
  run('git', ['init', '--quiet', project]);
  writeFileSync(join(project, '.env'), 'PLANTED=never-in-an-image\n');
  mkdirSync(join(project, 'node_modules'));
  writeFileSync(join(project, 'node_modules/planted.js'), 'never-in-an-image\n');
}

/** The image that the first FROM of a project's Dockerfile names. */
export function baseOf(project: string): string {
  const dockerfile = readFileSync(join(project, 'Dockerfile'), 'utf8');
  return /^FROM (\S+)/m.exec(dockerfile)?.[1] ?? '';
}

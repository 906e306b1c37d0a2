import { lstatSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { UserError } from '../errors.ts';
import { explainFileError, isMissing } from '../system/file-errors.ts';
import { Traces } from '../system/traces.ts';
import type { Files } from './render.ts';
import { inspectTarget } from './target.ts';

/**
 * Writes a new project, all of it or nothing: into a temporary sibling that is renamed into place,
 * or file by file into a folder that is as good as empty.
 * Synchronous on purpose: an interrupt is seen before or after, never in between.
 * @throws UserError when the disk refuses; nothing is left behind then
 */
export function writeProject(files: Files, root: string, target: string): void {
  const found = inspectTarget(root, target);
  if (found !== 'absent' && found !== 'empty') {
    throw new UserError('Something of that name has appeared meanwhile.', 'Choose another name.');
  }
  const shown = relative(root, target) || 'The project';
  allOrNothing(`${shown} was not written`, (traces) =>
    found === 'absent' ? writeBeside(files, target, traces) : writeInto(files, target, traces),
  );
}

/**
 * Writes the files that are absent and overwrites nothing.
 * @returns paths that hold something else already, which were left alone
 */
export function mergeProject(files: Files, target: string): string[] {
  const paths = [...files.keys()];
  const absent = new Map([...files].filter(([path]) => isAbsent(join(target, path))));
  allOrNothing('The project was not merged', (traces) => writeInto(absent, target, traces));
  return paths.filter((path) => !absent.has(path) && !holds(join(target, path), files.get(path)!));
}

function allOrNothing(failure: string, write: (traces: Traces) => void): void {
  const traces = new Traces();
  try {
    write(traces);
  } catch (error) {
    traces.takeBack();
    throw explainFileError(error, failure);
  }
}

function writeBeside(files: Files, target: string, traces: Traces): void {
  const temporary = `${target}.tmp-${Math.random().toString(36).slice(2, 10)}`;
  traces.makeFolder(dirname(target));
  for (const [path, text] of files) traces.writeFile(join(temporary, path), text);
  renameSync(temporary, target);
}

function writeInto(files: Files, target: string, traces: Traces): void {
  for (const [path, text] of files) {
    refuseLinks(target, path);
    traces.writeFile(join(target, path), text);
  }
}

function refuseLinks(target: string, path: string): void {
  const found = inspectTarget(target, dirname(join(target, path)));
  if (found !== 'link' && found !== 'file') return;
  throw new UserError(`${dirname(path)} is in the way: it is not a folder.`, 'Move it away first.');
}

function isAbsent(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) === undefined;
  } catch (error) {
    if (isMissing(error)) return true;
    throw explainFileError(error, `${path} cannot be looked at`);
  }
}

/** Whether a plain file has just this text; a pipe or a device is never read. */
function holds(path: string, text: string): boolean {
  const found = lstatSync(path);
  const isSameSize = found.isFile() && found.size === Buffer.byteLength(text);
  try {
    return isSameSize && readFileSync(path, 'utf8') === text;
  } catch (error) {
    throw explainFileError(error, `${path} cannot be read`);
  }
}

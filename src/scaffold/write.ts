import { randomBytes } from 'node:crypto';
import { lstatSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { UserError } from '../errors.ts';
import { explainFileError, isMissing } from '../system/file-errors.ts';
import type { Files } from './render.ts';

/** What `git init` and editors leave in a folder that counts as empty all the same. */
const leftovers = new Set(['.git', '.idea', '.vscode', '.DS_Store', 'Thumbs.db', '.directory']);

/** How a project may be put into a folder. */
export type Target = 'absent' | 'empty' | 'taken';

/** Says what is at the target, without following a link anywhere below `root`. */
export function inspectTarget(root: string, target: string): Target {
  let folder = root;
  for (const part of relative(root, target).split(sep).filter(Boolean)) {
    folder = join(folder, part);
    const found = lstatSync(folder, { throwIfNoEntry: false });
    if (found === undefined) return 'absent';
    if (!found.isDirectory()) {
      const what = found.isSymbolicLink() ? 'a symbolic link' : 'not a folder';
      throw new UserError(`${relative(root, folder)} is ${what}.`, 'Choose another name.');
    }
  }
  return readdirSync(target).every((name) => leftovers.has(name)) ? 'empty' : 'taken';
}

/**
 * Writes a new project, all of it or nothing: into a temporary sibling that is renamed into place,
 * or file by file into a folder that is as good as empty.
 * Synchronous on purpose: an interrupt is seen before or after, never in between.
 * @throws UserError when the disk refuses; nothing is left behind then
 */
export function writeProject(files: Files, root: string, target: string): void {
  try {
    if (inspectTarget(root, target) === 'absent') writeBeside(files, target);
    else writeInto(files, target);
  } catch (error) {
    throw explainFileError(error, `${relative(root, target) || 'The project'} was not written`);
  }
}

/**
 * Writes the files that are absent and overwrites nothing.
 * @returns paths that hold something else already, which were left alone
 */
export function mergeProject(files: Files, target: string): string[] {
  const kept: string[] = [];
  const absent = new Map<string, string>();
  for (const [path, text] of files) {
    const existing = readExisting(join(target, path));
    if (existing === null) absent.set(path, text);
    else if (existing !== text) kept.push(path);
  }
  try {
    writeInto(absent, target);
  } catch (error) {
    throw explainFileError(error, 'The project was not merged');
  }
  return kept;
}

function writeBeside(files: Files, target: string): void {
  const temporary = `${target}.tmp-${randomBytes(4).toString('hex')}`;
  const madeParents = mkdirSync(dirname(target), { recursive: true });
  try {
    mkdirSync(temporary);
    for (const [path, text] of files) writeNew(join(temporary, path), text);
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    if (madeParents !== undefined) removeEmptyUpTo(dirname(target), madeParents);
    throw error;
  }
}

function writeInto(files: Files, target: string): void {
  const written: string[] = [];
  try {
    for (const [path, text] of files) {
      refuseLinks(target, path);
      written.push(...writeNew(join(target, path), text));
    }
  } catch (error) {
    for (const path of written.toReversed()) removeIfOurs(path);
    throw error;
  }
}

/** Writes one file that must not exist yet; returns what was made, the outermost folder first. */
function writeNew(path: string, text: string): string[] {
  const folder = mkdirSync(dirname(path), { recursive: true });
  const made = folder === undefined ? [] : [folder];
  try {
    writeFileSync(path, text, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') rmSync(path, { force: true });
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  return [...made, path];
}

function removeIfOurs(path: string): void {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) rmSync(path, { recursive: true, force: true });
  else rmSync(path, { force: true });
}

function removeEmptyUpTo(folder: string, outermost: string): void {
  for (let at = folder; at.startsWith(outermost); at = dirname(at)) {
    if (readdirSync(at).length > 0) return;
    rmdirSync(at);
  }
}

function refuseLinks(target: string, path: string): void {
  let folder = target;
  for (const part of path.split('/').slice(0, -1)) {
    folder = join(folder, part);
    const found = lstatSync(folder, { throwIfNoEntry: false });
    if (found !== undefined && !found.isDirectory()) {
      throw new UserError(`${relative(target, folder)} is in the way: it is not a folder.`);
    }
  }
}

function readExisting(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return null;
    throw explainFileError(error, `${path} cannot be read`);
  }
}

import { lstatSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { explainFileError } from '../system/file-errors.ts';

/** What `git init` and editors leave in a folder that counts as empty all the same. */
const leftovers = new Set(['.git', '.idea', '.vscode', '.DS_Store', 'Thumbs.db', '.directory']);

/** What is where a project is to go: `closed` is a folder that may not be looked into. */
export type Target = 'absent' | 'empty' | 'taken' | 'link' | 'file' | 'closed';

/** Says what is at the target, without following a link anywhere below `root`. */
export function inspectTarget(root: string, target: string): Target {
  try {
    return walkTo(root, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES') return 'closed';
    throw explainFileError(error, `${relative(root, target) || target} cannot be looked at`);
  }
}

function walkTo(root: string, target: string): Target {
  let folder = root;
  for (const part of relative(root, target).split(sep).filter(Boolean)) {
    folder = join(folder, part);
    const found = lstatSync(folder, { throwIfNoEntry: false });
    if (found === undefined) return 'absent';
    if (found.isSymbolicLink()) return 'link';
    if (!found.isDirectory()) return 'file';
  }
  return readdirSync(target).every((name) => leftovers.has(name)) ? 'empty' : 'taken';
}

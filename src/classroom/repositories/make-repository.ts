import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { writeFiles } from '../../project/files.ts';
import type { Git } from '../../project/git.ts';
import type { Files } from '../../scaffold/render.ts';
import { explainFileError } from '../../system/file-errors.ts';

/**
 * Makes a repository with these files in its one commit. It is complete or not there: it is made
 * beside its place and renamed, and what an earlier run left half-made is made anew.
 * @param git of somebody who commits, in any folder
 */
export async function makeRepository(
  git: Git,
  path: string,
  files: Files,
  message: string,
): Promise<void> {
  const making = join(dirname(path), `.making-${basename(path)}`);
  try {
    rmSync(making, { recursive: true, force: true });
    writeFiles(making, files);
    const own = git.in(making);
    await own.read('init', '--quiet', '--template=', '--initial-branch=main');
    await own.read('add', '--all', '.');
    await own.read('commit', '--quiet', '-m', message);
    renameSync(making, path);
  } catch (error) {
    throw explainFileError(error, `${basename(path)} was not made`);
  }
}

/** Whether a repository is there, and has a branch; looked up without git, which is asked of hundreds. */
export function hasBranch(path: string, branch: string): boolean {
  const packed = join(path, '.git', 'packed-refs');
  if (existsSync(join(path, '.git', 'refs', 'heads', branch))) return true;
  return existsSync(packed) && readFileSync(packed, 'utf8').includes(` refs/heads/${branch}\n`);
}

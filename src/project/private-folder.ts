import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where the kit keeps what is the person's and not the project's, if there is no git folder. */
export const OWN_FOLDER = '.create-backend';

/**
 * The folder for what the kit remembers of a person's way through a project: inside the git
 * folder, where it is never committed, or one that git ignores. It need not exist yet.
 */
export function privateFolder(project: string): string {
  const gitFolder = gitFolderOf(project);
  return gitFolder === null ? join(project, OWN_FOLDER) : join(gitFolder, 'create-backend');
}

/** The same, made where it is missing. */
export function makePrivateFolder(project: string): string {
  const folder = privateFolder(project);
  mkdirSync(folder, { recursive: true });
  if (folder.endsWith(OWN_FOLDER)) writeFileSync(join(folder, '.gitignore'), '*\n');
  return folder;
}

/** Null where the project is no root of a repository. A file leads to the folder elsewhere. */
function gitFolderOf(project: string): string | null {
  const path = join(project, '.git');
  if (!existsSync(path)) return null;
  if (statSync(path).isDirectory()) return path;
  const elsewhere = /^gitdir: (.+)$/m.exec(readFileSync(path, 'utf8'))?.[1];
  return elsewhere === undefined ? null : resolve(project, elsewhere);
}

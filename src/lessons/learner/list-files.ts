import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { filesOf } from '../../checker/files/project-files.ts';
import { isKept } from '../../project/commits.ts';
import { Git, type GitContext } from '../../project/git.ts';
import { privateFolder } from '../../project/private-folder.ts';

/** Paths of a project's files, without those that git ignores and those of the kit's own. */
export async function listFiles(context: GitContext, folder: string): Promise<string[]> {
  if (!(await isKept(context, folder))) {
    const own = relative(folder, privateFolder(folder));
    return filesOf(folder, ['']).filter((path) => !path.startsWith(own));
  }
  const wanted = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const paths = await new Git(context, folder).list(...wanted);
  return paths.filter((path) => existsSync(join(folder, path)));
}

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import type { Kit } from '../scaffold/plan.ts';
import { exportSite, type ExportedSite } from '../site/exported/export-site.ts';
import { explainFileError } from '../system/file-errors.ts';

/** What can be said on the command line of `lessons export`. */
export interface ExportFlags {
  readonly name?: string;
  readonly resource?: string;
}

/** `lessons export`: writes the lessons of all stacks as a static site. */
export async function exportLessons(
  directory: string,
  { name = 'Lessons', resource = 'tasks' }: ExportFlags,
  context: Pick<Context, 'cwd' | 'out'>,
  kit: Kit,
): Promise<number> {
  const folder = resolve(context.cwd, directory);
  refuseStrangers(folder, directory);
  const site = await context.out.during('Writing the pages', async () => {
    const files = await exportSite({ name, resource }, context.cwd, kit);
    write(folder, directory, files);
    return files;
  });
  const pages = [...site.keys()].filter((path) => path.endsWith('.html')).length;
  context.out.print(`${join(folder, 'index.html')}`);
  context.out.say(`${pages} pages. Any web server can show them, and so can a browser alone.`);
  return 0;
}

/** An export of before is written over; anything else is somebody's. */
function refuseStrangers(folder: string, shown: string): void {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return;
  const index = join(folder, 'index.html');
  const isOurs =
    existsSync(index) && readFileSync(index, 'utf8').includes('content="create-backend"');
  if (isOurs) return;
  throw new UserError(`${shown} holds something else.`, 'Name a new folder, or an empty one.');
}

function write(folder: string, shown: string, files: ExportedSite): void {
  try {
    for (const [path, text] of files) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  } catch (error) {
    throw explainFileError(error, `${shown} cannot be written`);
  }
}

import { relative, sep } from 'node:path';
import { watch } from 'chokidar';

/** What builds, tests, data and tools write: none of it is a save of the person's. */
const ignoredNames = new Set(['node_modules', 'dist', 'build', 'coverage', 'data', 'backups']);
const ignoredFile = /(?:^\..*\.sw.|~|\.tmp|\.log|\.sqlite(?:-\w+)?|\.db)$/;
/** Editors write a file in pieces, or several at once: what comes within this is one save. */
const COALESCE_MS = 40;
/** How often files are looked at where the file system tells nobody of changes. */
const POLL_EVERY_MS = 300;

/** A watch over a folder. */
export interface Watch {
  close(): Promise<void>;
}

/**
 * Tells of files that were saved, added or removed below a folder, by their paths in it.
 * @param polls whether the file system has to be asked, as on network drives
 */
export async function watchSaves(
  folder: string,
  polls: boolean,
  onSave: (paths: readonly string[]) => void,
): Promise<Watch> {
  const saved = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, {
    ignoreInitial: true,
    usePolling: polls,
    interval: POLL_EVERY_MS,
    ignored: (path) => isIgnored(relative(folder, path)),
  });
  watcher.on('all', (_, path) => {
    saved.add(relative(folder, path).split(sep).join('/'));
    clearTimeout(timer);
    timer = setTimeout(() => {
      onSave([...saved]);
      saved.clear();
    }, COALESCE_MS);
  });
  await new Promise<void>((resolve, reject) => {
    watcher.once('ready', resolve);
    watcher.once('error', reject);
  });
  return {
    async close() {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}

/** Hidden folders hold what tools keep; hidden files, like `.env`, are the person's. */
function isIgnored(path: string): boolean {
  const names = path.split(sep);
  const isKept = (name: string, at: number) =>
    ignoredNames.has(name) || (name.startsWith('.') && at < names.length - 1);
  return names.some(isKept) || names.at(-1) === '.git' || ignoredFile.test(names.at(-1)!);
}

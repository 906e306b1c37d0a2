import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cached } from './cache.ts';
import { run } from './shell.ts';

/** A folder in npm's cache format that holds every package of a project's lock file. */
export function npmCache(project: string): string {
  const lock = readFileSync(join(project, 'package-lock.json'));
  const digest = createHash('sha256').update(lock).digest('hex').slice(0, 12);
  return cached(`npm-${digest}`, (folder) => {
    const scratch = join(folder, 'scratch');
    mkdirSync(scratch, { recursive: true });
    for (const file of ['package.json', 'package-lock.json'])
      copyFileSync(join(project, file), join(scratch, file));
    run('npm', ['ci', '--ignore-scripts', '--no-audit', '--cache', folder], scratch);
    run('rm', ['-rf', scratch, join(folder, '_logs')]);
  });
}

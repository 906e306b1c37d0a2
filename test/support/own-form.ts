import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './kit.ts';

const ours = join(repository, 'node_modules/prettier');

/** Another form than the kit's, as a `.prettierrc.json`. */
export const OTHER_FORM =
  '{ "printWidth": 110, "singleQuote": true, "tabWidth": 4, "semi": false }\n';

/** Gives a project this repository's formatter; returns what runs it there. */
export function lendFormatter(project: string): (how: '--write' | '--check') => void {
  mkdirSync(join(project, 'node_modules'), { recursive: true });
  symlinkSync(ours, join(project, 'node_modules/prettier'));
  return (how) => {
    const program = join(ours, 'bin/prettier.cjs');
    execFileSync(process.execPath, [program, how, '.'], { cwd: project, stdio: 'pipe' });
  };
}

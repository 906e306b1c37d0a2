import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findProgram } from '../system/own-environment.ts';
import type { Mount } from './bubblewrap.ts';
import { places } from './places.ts';

/** Node as it runs the kit, and npm where this machine has it. */
export function languagePrograms(env: NodeJS.ProcessEnv): readonly Mount[] {
  const { programs } = places;
  const node: Mount = {
    kind: 'read',
    from: realpathSync(process.execPath),
    to: `${programs}/bin/node`,
  };
  const npm = npmFolder(env);
  if (npm === null) return [node];
  return [
    node,
    { kind: 'read', from: npm, to: `${programs}/lib/npm` },
    { kind: 'link', target: '../lib/npm/bin/npm-cli.js', to: `${programs}/bin/npm` },
  ];
}

/** The package of npm, from the program's place in it. */
function npmFolder(env: NodeJS.ProcessEnv): string | null {
  const program = findProgram('npm', env);
  if (program === null) return null;
  const folder = dirname(dirname(realpathSync(program)));
  return existsSync(join(folder, 'bin', 'npm-cli.js')) ? folder : null;
}

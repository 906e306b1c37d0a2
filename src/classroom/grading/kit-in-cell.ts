import { join } from 'node:path';
import type { Mount } from '../../sandbox/bubblewrap.ts';
import { languagePrograms } from '../../sandbox/language-programs.ts';
import { places } from '../../sandbox/places.ts';
import { packageRoot } from '../../system/package-root.ts';

/** What the kit is made of when it runs. */
const parts = ['bin', 'dist', 'package.json'];

/** The kit and the programs of the language, for the cells of a grading. */
export function kitMounts(env: NodeJS.ProcessEnv): readonly Mount[] {
  const kit = parts.map((part): Mount => {
    return { kind: 'read', from: join(packageRoot(), part), to: `${places.kit}/${part}` };
  });
  return [...languagePrograms(env), ...kit];
}

/** What the kit does in a cell. */
export type CellTask = 'ask' | 'canaries' | 'install';

/** The command line by which the kit does its part in a cell. */
export function kitCommand(task: CellTask): readonly string[] {
  const program = `${places.kit}/bin/create-backend.js`;
  return [`${places.programs}/bin/node`, program, 'class', 'in-cell', task, places.job];
}

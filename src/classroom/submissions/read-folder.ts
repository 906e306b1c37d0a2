import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Intake } from './intake.ts';
import { isPassedOver } from './paths.ts';

/** Takes in what is in a folder; links are not followed, and nothing but plain files is taken. */
export function readFolder(folder: string, intake: Intake, within = ''): void {
  for (const entry of readdirSync(join(folder, within), { withFileTypes: true })) {
    const path = within === '' ? entry.name : `${within}/${entry.name}`;
    if (isPassedOver(path)) continue;
    const from = join(folder, path);
    if (entry.isDirectory()) readFolder(folder, intake, path);
    else if (entry.isFile()) intake.copy(path, from, lstatSync(from).size);
    else intake.leaveOut(path, entry.isSymbolicLink() ? 'it is a link' : 'it is no plain file');
  }
}

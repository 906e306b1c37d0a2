import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJsonFile } from '../system/read-json.ts';
import { STATE_FILE } from './state.ts';

/** Writes some entries of a project's state file; the others stay as they are. */
export function updateState(folder: string, entries: { readonly resource: object }): void {
  const path = join(folder, STATE_FILE);
  const state = { ...(readJsonFile(path, STATE_FILE) as object), ...entries };
  writeFileSync(path, `${JSON.stringify(state, null, 2)}\n`);
}

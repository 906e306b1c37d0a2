import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Settings } from './control.ts';

/** Loaded by Node before the service: every statement that runs leaves one character in a file. */
const COUNTER = `
import { appendFileSync } from 'node:fs';
import { DatabaseSync, StatementSync } from 'node:sqlite';
for (const [kind, names] of [[StatementSync, ['all', 'get', 'run', 'iterate']], [DatabaseSync, ['exec']]]) {
  for (const name of names) {
    const original = kind.prototype[name];
    kind.prototype[name] = function (...values) {
      appendFileSync(process.env.STATEMENT_COUNT, '.');
      return original.apply(this, values);
    };
  }
}
`;

/** Counts what a service asks its SQLite; nothing is counted of a runtime other than Node. */
export interface StatementCount {
  /** Make a service count. */
  readonly settings: Settings;
  /** How many statements have run since the last time. */
  taken(): Promise<number>;
}

/** Prepares a counter in a folder that belongs to the caller. */
export async function countStatements(folder: string): Promise<StatementCount> {
  const [counter, count] = [join(folder, 'counter.mjs'), join(folder, 'count')];
  await writeFile(counter, COUNTER);
  await writeFile(count, '');
  const settings = {
    NODE_OPTIONS: `--import=${pathToFileURL(counter).href}`,
    STATEMENT_COUNT: count,
  };
  let before = 0;
  return {
    settings,
    taken: async () => {
      const { length } = await readFile(count, 'utf8');
      const since = length - before;
      before = length;
      return since;
    },
  };
}

import { commandLineOf, processTable, type TableRow } from '../system/process-table.ts';

const MAX_TEXT = 60;

/**
 * What runs in a cell in a session of its own, so that it would go on when the program of the cell
 * has ended: the command line of one such program; null where there is none.
 * @param outer the outer process of the cell
 */
export function leftRunningIn(outer: number): string | null {
  const table = processTable();
  const own = table.find(({ pid }) => pid === outer)?.session;
  const apart = below(outer, table).filter(({ session }) => session !== own);
  const lines = apart.map(({ pid }) => commandLineOf(pid).join(' '));
  return lines.find((line) => line !== '')?.slice(0, MAX_TEXT) ?? null;
}

function below(pid: number, table: readonly TableRow[]): readonly TableRow[] {
  return table
    .filter(({ parent }) => parent === pid)
    .flatMap((child) => [child, ...below(child.pid, table)]);
}

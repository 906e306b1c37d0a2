import { membersOf } from '../system/process-table.ts';
import { signalIfThere } from '../system/process.ts';

/*
 * A cell is two processes of bubblewrap's and what runs within: the outer one waits for the inner
 * one, and whatever is in the cell ends with the inner one.
 */

/**
 * Signals an enclosed program and its children, but not what encloses them; false where none of
 * them is left.
 * @param outer the outer process of the cell
 */
export function signalInside(outer: number, signal: NodeJS.Signals): boolean {
  return membersOf(outer)
    .filter(({ pid, parent }) => pid !== outer && parent !== outer)
    .map(({ pid }) => signalIfThere(pid, signal))
    .some(Boolean);
}

/** Kills all that is in a cell; the outer process ends when the last of it has gone. */
export function killInside(outer: number): boolean {
  const inner = membersOf(outer).filter(({ parent }) => parent === outer);
  if (inner.length === 0) return signalIfThere(outer, 'SIGKILL');
  return inner.map(({ pid }) => signalIfThere(pid, 'SIGKILL')).some(Boolean);
}

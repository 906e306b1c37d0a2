import { constants } from 'node:os';
import type { ProgramEnd } from '../system/process.ts';

/** What shells and bubblewrap add to the number of the signal that ended a program. */
const ENDED_BY = 128;

/** How the enclosed program ended, from how what encloses it did. */
export function exactEnd({ exitCode, signal }: ProgramEnd): ProgramEnd {
  if (exitCode === null || exitCode <= ENDED_BY) return { exitCode, signal };
  const found = Object.entries(constants.signals).find(
    ([, number]) => number === exitCode - ENDED_BY,
  );
  if (found === undefined) return { exitCode, signal };
  return { exitCode: null, signal: found[0] as NodeJS.Signals };
}

import type { Command } from 'commander';
import type { Context } from '../context.ts';
import type { Kit } from '../scaffold/plan.ts';

/** What a group of commands is added to, and what its commands are called with. */
export interface Wiring {
  readonly program: Command;
  readonly context: Context;
  readonly kit: Kit;
  /** Takes the exit code of the command that ran. */
  readonly finish: (exitCode: number) => void;
}

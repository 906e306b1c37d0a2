import type { Programs, RunResult } from '../../system/process.ts';
import { Failure } from '../failure.ts';
import { tellingLines } from './log.ts';

/** A command of the service that ends by itself. */
export interface ServiceCommand {
  /** What people call it, for example `migrate`. */
  readonly name: string;
  readonly commandLine: readonly string[];
  readonly cwd: string;
  /** The whole environment. */
  readonly env: NodeJS.ProcessEnv;
  /** Time in which it must end, in milliseconds: a connection left open keeps it for ever. */
  readonly withinMs?: number;
  readonly programs: Programs;
}

const END_WITHIN_MS = 60_000;
const SHOWN_LINES = 3;

/**
 * Runs a command of the service to its end.
 * @throws Failure when it does not end
 */
export async function runCommand(
  { name, commandLine, cwd, env, programs, withinMs = END_WITHIN_MS }: ServiceCommand,
  signal: AbortSignal,
): Promise<RunResult> {
  const deadline = AbortSignal.timeout(withinMs);
  try {
    const either = AbortSignal.any([signal, deadline]);
    return await programs.run(commandLine, { cwd, env, signal: either });
  } catch (error) {
    signal.throwIfAborted();
    if (!deadline.aborted) throw error;
    const expected = `the ${name} command ends within ${withinMs / 1000} s`;
    throw new Failure({ expected, got: 'it goes on running' });
  }
}

/** The end of what a command said, without the frames of a stack. */
export function lastWords({ output }: RunResult): string {
  return tellingLines(output.split('\n'), SHOWN_LINES).join(' ');
}

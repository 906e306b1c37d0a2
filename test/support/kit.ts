import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** This repository. */
export const repository = join(import.meta.dirname, '..', '..');
/** The built program, as npm would link it. */
export const bin = join(repository, 'bin', 'create-backend.js');

/** How a run of the kit ended. */
export interface Run {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built program without a terminal. */
export function kit(
  args: readonly string[],
  place: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<Run> {
  return runProgram([process.execPath, bin, ...args], place);
}

/** Runs any program without a terminal, with nothing to read. */
export async function runProgram(
  [program, ...args]: readonly string[],
  { cwd, env }: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<Run> {
  const child = spawn(program!, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  const [exitCode, stdout, stderr] = await Promise.all([
    ended,
    text(child.stdout),
    text(child.stderr),
  ]);
  return { exitCode, stdout, stderr };
}

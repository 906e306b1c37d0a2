import { join } from 'node:path';
import type { CommandLine, Stack } from '../../catalog/stacks.ts';
import type { Context } from '../../context.ts';
import { ownEnvironment } from '../../system/own-environment.ts';

/** By stack, what reads the source without running it; programs of `node_modules/.bin`. */
const examiners: Readonly<Record<string, readonly CommandLine[]>> = {
  typescript: [['tsc'], ['oxlint', '--deny-warnings'], ['prettier', '--check', 'src']],
};

/** What compiler, linter or formatter say to a project; null where they are content. */
export async function examineSource(
  { run, env, signal }: Pick<Context, 'run' | 'env' | 'signal'>,
  stack: Stack,
  folder: string,
): Promise<string | null> {
  for (const [program, ...args] of examiners[stack.id] ?? []) {
    const commandLine = [join(folder, 'node_modules', '.bin', program!), ...args];
    const options = { cwd: folder, env: { ...ownEnvironment(env), NO_COLOR: '1' }, signal };
    const { exitCode, output } = await run(commandLine, options);
    if (exitCode !== 0) return `${program} says: ${output.trim().slice(0, MAX_SHOWN)}`;
  }
  return null;
}

/** Characters of a complaint that are shown. */
const MAX_SHOWN = 1_000;

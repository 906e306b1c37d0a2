import type { Context } from '../context.ts';
import type { PackageManager } from '../catalog/package-managers.ts';
import type { Stack, TestCounts } from '../catalog/stacks.ts';
import { ownEnvironment } from '../system/own-environment.ts';

/** A project on disk, with what is needed to run its commands. */
export interface RunnableProject {
  /** Absolute path. */
  readonly folder: string;
  readonly stack: Stack;
  readonly packageManager: PackageManager;
}

/** How many tests ended in which way. */
export type Counts = Readonly<Record<keyof TestCounts, number>>;

/** How a command of a project ended. */
export interface CommandOutcome {
  readonly ok: boolean;
  /** The program's first and last lines, for when it failed: the cause tends to be in either. */
  readonly excerpt: string;
  /** The whole output. */
  readonly output: string;
}

type ProjectContext = Pick<Context, 'run' | 'env' | 'signal'>;

/** Lines shown of the beginning and of the end of a failed command's output. */
const SHOWN_LINES = 12;

/**
 * Installs the dependencies.
 * @param locked whether the lock file in the project is complete and must not change
 */
export async function installProject(
  context: ProjectContext,
  project: RunnableProject,
  locked: boolean,
): Promise<CommandOutcome> {
  const { installLocked, install } = project.packageManager;
  return runInProject(context, project, locked ? installLocked : install);
}

/** Runs the project's own tests; the counts are null when the runner printed none. */
export async function testProject(
  context: ProjectContext,
  project: RunnableProject,
): Promise<CommandOutcome & { counts: Counts | null }> {
  const commandLine = project.stack.commands['test']!.map((part) =>
    part === '{pm}' ? project.packageManager.id : part,
  );
  const outcome = await runInProject(context, project, commandLine);
  return { ...outcome, counts: readCounts(outcome.output, project.stack.testCounts) };
}

/** Reads the closing lines of a test runner. */
export function readCounts(output: string, lines: TestCounts): Counts | null {
  if (!lines.passed.test(output)) return null;
  const count = (line: RegExp) => Number(line.exec(output)?.[1] ?? 0);
  return {
    passed: count(lines.passed),
    failed: count(lines.failed),
    skipped: count(lines.skipped),
    todo: count(lines.todo),
  };
}

async function runInProject(
  { run, env, signal }: ProjectContext,
  { folder }: RunnableProject,
  commandLine: readonly string[],
): Promise<CommandOutcome> {
  const plain = { ...ownEnvironment(env), NO_COLOR: '1', FORCE_COLOR: undefined };
  const result = await run(commandLine, { cwd: folder, env: plain, signal });
  if (!result.started) {
    const missing = `${commandLine[0]} is not installed on this machine`;
    return { ok: false, excerpt: missing, output: missing };
  }
  return { ok: result.exitCode === 0, excerpt: excerptOf(result.output), output: result.output };
}

function excerptOf(output: string): string {
  const lines = output.trimEnd().split('\n');
  if (lines.length <= 2 * SHOWN_LINES) return lines.join('\n');
  return [...lines.slice(0, SHOWN_LINES), '…', ...lines.slice(-SHOWN_LINES)].join('\n');
}

import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stageFolder, type Stage } from '../../catalog/stages.ts';
import type { Context } from '../../context.ts';
import { UserError } from '../../errors.ts';
import { packageRoot } from '../../system/package-root.ts';
import { CONFORMANCE } from './proof.ts';

/** Files beside the lessons that only the conformance set consists of. */
const ofConformance = new Set(['conformance.ts', 'mistakes.yaml']);
/** Names of the main branch, the one that others see first. */
const mainBranches = ['origin/main', 'main'];

/**
 * Paths below `lessons/` that differ from the last commit on the main branch.
 * @param repository the kit's own; where its history is not here, that is said
 */
export async function changedPaths(
  { run, env, signal }: Pick<Context, 'run' | 'env' | 'signal'>,
  repository: string,
): Promise<string[]> {
  const git = (...args: string[]) => run(['git', ...args], { cwd: repository, env, signal });
  const bases = await Promise.all(mainBranches.map((name) => git('merge-base', 'HEAD', name)));
  const base = bases.find(({ exitCode }) => exitCode === 0)?.stdout.trim();
  if (base === undefined) {
    throw new UserError(
      'git knows no branch called main here, so what has changed is not known.',
      'Fetch it, or verify by --stage.',
    );
  }
  const [differing, added] = await Promise.all([
    git('diff', '--name-only', base, '--', 'lessons'),
    git('ls-files', '--others', '--exclude-standard', '--', 'lessons'),
  ]);
  return `${differing.stdout}\n${added.stdout}`.split('\n').filter((line) => line !== '');
}

/**
 * The lessons of a stage whose checks or mistakes these paths hold. What lies beside the lessons is
 * used by all of them, but for the conformance set.
 */
export function lessonsOfPaths(paths: readonly string[], stage: Stage): string[] {
  const folder = `lessons/${stageFolder(stage)}/`;
  const inside = paths
    .filter((path) => path.startsWith(folder) && /\.ts$|mistakes\.yaml$/.test(path))
    .map((path) => path.slice(folder.length));
  const isShared = inside.some((path) => !path.includes('/') && !ofConformance.has(path));
  if (isShared) return [...lessonFolders(stage), CONFORMANCE];
  return [...new Set(inside.map((path) => (path.includes('/') ? dirname(path) : CONFORMANCE)))];
}

function lessonFolders(stage: Stage): string[] {
  const root = join(packageRoot(), 'lessons', stageFolder(stage));
  const entries = readdirSync(root, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

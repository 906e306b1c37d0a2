import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stageFolder, type Stage } from '../../catalog/stages.ts';
import type { Context } from '../../context.ts';
import { packageRoot } from '../../system/package-root.ts';
import { CONFORMANCE } from './proof.ts';

/** Says which lessons a stage has. */
const INDEX = 'checks.ts';
/** Files beside the lessons that only the conformance set consists of. */
const ofConformance = new Set(['conformance.ts', 'mistakes.yaml']);
/** What the work began at: the main branch as others see it first. */
const mainBranches = ['origin/main', 'main', 'HEAD'];

/**
 * Paths below `lessons/` that differ from the last commit on the main branch, or from the last one
 * of all where no branch is called so; null where git knows no history.
 */
export async function changedPaths(
  { run, env, signal }: Pick<Context, 'run' | 'env' | 'signal'>,
  repository: string,
): Promise<string[] | null> {
  const git = (...args: string[]) => run(['git', ...args], { cwd: repository, env, signal });
  const bases = await Promise.all(mainBranches.map((name) => git('merge-base', 'HEAD', name)));
  const base = bases.find(({ exitCode }) => exitCode === 0)?.stdout.trim();
  if (base === undefined) return null;
  const [differing, added] = await Promise.all([
    git('diff', '--name-only', base, '--', 'lessons'),
    git('ls-files', '--others', '--exclude-standard', '--', 'lessons'),
  ]);
  return `${differing.stdout}\n${added.stdout}`.split('\n').filter((line) => line !== '');
}

/**
 * The lessons of a stage whose checks or mistakes these paths hold. What lies beside the lessons is
 * used by all of them, but for the conformance set, and for the index, which only names them.
 */
export function lessonsOfPaths(paths: readonly string[], stage: Stage): string[] {
  const folder = `lessons/${stageFolder(stage)}/`;
  const inside = paths
    .filter((path) => path.startsWith(folder) && /\.ts$|mistakes\.yaml$/.test(path))
    .map((path) => path.slice(folder.length))
    .filter((path) => path !== INDEX);
  const isShared = inside.some((path) => !path.includes('/') && !ofConformance.has(path));
  if (isShared) return [...lessonFolders(stage), CONFORMANCE];
  return [...new Set(inside.map((path) => (path.includes('/') ? dirname(path) : CONFORMANCE)))];
}

function lessonFolders(stage: Stage): string[] {
  const root = join(packageRoot(), 'lessons', stageFolder(stage));
  const entries = readdirSync(root, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

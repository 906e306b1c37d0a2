import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { filesOf } from '../../checker/files/project-files.ts';
import type { Context } from '../../context.ts';
import { isKept } from '../../project/commits.ts';
import { Git } from '../../project/git.ts';
import { privateFolder } from '../../project/private-folder.ts';
import type { KnownProject } from '../../project/read-state.ts';
import { STATE_FILE } from '../../project/state.ts';
import { planOfProject } from '../../scaffold/plan-of-project.ts';
import type { Kit, Plan } from '../../scaffold/plan.ts';
import { renderProject } from '../../scaffold/render.ts';
import { loadTemplates } from '../../scaffold/template-set.ts';

/** The paths of a project's files by whose they are; lock files and the state are nobody's. */
export interface ProjectFiles {
  /** As the kit made them: with a starter, a solution, or tests that have come. */
  readonly pristine: readonly string[];
  /** Of the kit, and changed since. */
  readonly edited: readonly string[];
  /** The person's own. */
  readonly yours: readonly string[];
  /** Of the kit, and gone. */
  readonly removed: readonly string[];
}

/** Compares a project with what its state renders to. */
export async function sortFiles(
  context: Pick<Context, 'run' | 'env' | 'signal'>,
  project: KnownProject,
  kit: Kit,
): Promise<ProjectFiles> {
  const { folder, stack } = project;
  const others = new Set([STATE_FILE, ...stack.packageManagers.map(({ lockFile }) => lockFile)]);
  const made = madeBy(planOfProject(project, kitThatMade(project, kit)));
  const paths = [...made.keys()].filter((path) => !others.has(path));
  const isThere = (path: string) => existsSync(join(folder, path));
  const isPristine = (path: string) => made.get(path)!.has(readText(join(folder, path)));
  const there = paths.filter(isThere);
  const found = await listFiles(context, folder);
  return {
    pristine: there.filter(isPristine),
    edited: there.filter((path) => !isPristine(path)),
    yours: found.filter((path) => !made.has(path) && !others.has(path) && isThere(path)).sort(),
    removed: paths.filter((path) => !isThere(path) && !made.get(path)!.has(undefined)),
  };
}

/** Projects name the version that made them. */
function kitThatMade({ version }: KnownProject, kit: Kit): Kit {
  return { ...kit, version, pinnedCommand: kit.pinnedCommand.replace(kit.version, version) };
}

/** By path, what the kit writes there before and after an exercise; undefined where it is nothing. */
function madeBy(plan: Plan): ReadonlyMap<string, ReadonlySet<string | undefined>> {
  const templates = loadTemplates(plan.stack.id, plan.stage);
  const open = renderProject(plan, templates, null);
  const solved = renderProject({ ...plan, open: [] }, templates, null);
  const paths = [...open.keys(), ...solved.keys()];
  return new Map(paths.map((path) => [path, new Set([open.get(path), solved.get(path)])]));
}

async function listFiles(
  context: Pick<Context, 'run' | 'env' | 'signal'>,
  folder: string,
): Promise<string[]> {
  if (!(await isKept(context, folder))) {
    const own = relative(folder, privateFolder(folder));
    return filesOf(folder, ['']).filter((path) => !path.startsWith(own));
  }
  const wanted = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  return new Git(context, folder).list(...wanted);
}

function readText(path: string): string {
  return readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
}

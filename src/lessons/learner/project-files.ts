import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '../../context.ts';
import type { KnownProject } from '../../project/read-state.ts';
import { STATE_FILE } from '../../project/state.ts';
import { asRecorded, planOfProject } from '../../scaffold/plan-of-project.ts';
import type { Kit, Plan } from '../../scaffold/plan.ts';
import { renderProject, type Files } from '../../scaffold/render.ts';
import { loadTemplates } from '../../scaffold/template-set.ts';
import { listFiles } from './list-files.ts';
import { findMoved } from './moved-files.ts';

const README = 'README.md';

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

/** Compares a project with what its state renders to; files that were moved keep what they are. */
export async function sortFiles(
  context: Pick<Context, 'run' | 'env' | 'signal'>,
  project: KnownProject,
  kit: Kit,
): Promise<ProjectFiles> {
  const { folder, stack, version } = project;
  const others = new Set([STATE_FILE, ...stack.packageManagers.map(({ lockFile }) => lockFile)]);
  const readme = existsSync(join(folder, README)) ? readText(join(folder, README)) : '';
  const made = madeBy(asRecorded(planOfProject(project, kit), version, readme));
  for (const path of others) made.delete(path);
  const moved = await findMoved(context, folder, textsOf(made));
  const current = (path: string) => moved.get(path) ?? path;
  const there = [...made.keys()].filter((path) => existsSync(join(folder, current(path))));
  const isPristine = (path: string) => made.get(path)!.has(readText(join(folder, current(path))));
  const known = new Set([...made.keys(), ...others, ...moved.values()]);
  const found = await listFiles(context, folder);
  return {
    pristine: there.filter(isPristine).map(current),
    edited: there.filter((path) => !isPristine(path)).map(current),
    yours: found.filter((path) => !known.has(path)).sort(),
    removed: [...made.keys()].filter(
      (path) => !there.includes(path) && !made.get(path)!.has(undefined),
    ),
  };
}

/** By path, what the kit writes there before and after an exercise; undefined where it is nothing. */
function madeBy(plan: Plan): Map<string, ReadonlySet<string | undefined>> {
  const templates = loadTemplates(plan.stack.id, plan.stage);
  const open = renderProject(plan, templates, null);
  const solved = renderProject({ ...plan, open: [] }, templates, null);
  const paths = [...open.keys(), ...solved.keys()];
  return new Map(paths.map((path) => [path, new Set([open.get(path), solved.get(path)])]));
}

/** One text of each file, by which it is recognised. */
function textsOf(made: ReadonlyMap<string, ReadonlySet<string | undefined>>): Files {
  return new Map(
    [...made].flatMap(([path, texts]): [string, string][] => {
      const text = [...texts].find((each) => each !== undefined);
      return text === undefined || texts.has(undefined) ? [] : [[path, text]];
    }),
  );
}

function readText(path: string): string {
  return readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
}

import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { spellProjectName } from '../../catalog/names.ts';
import { parseResource } from '../../catalog/parse-resource.ts';
import type { Stack } from '../../catalog/stacks.ts';
import type { Stage } from '../../catalog/stages.ts';
import type { Context } from '../../context.ts';
import { installProject } from '../../project/test-run.ts';
import { planProject, type Kit, type Plan } from '../../scaffold/plan.ts';
import { renderProject, type Files } from '../../scaffold/render.ts';
import { loadLockFile, loadTemplates } from '../../scaffold/template-set.ts';
import { packageRoot } from '../../system/package-root.ts';
import { doWork } from './do-work.ts';
import { takeOutWork } from './work.ts';

/** Stages that are verified are rendered here; it may be removed at any time. */
const CACHE = join(packageRoot(), '.cache', 'verify');

/** A solution, rendered and ready to be written with or without a mistake. */
export interface Workspace {
  readonly context: Pick<Context, 'run' | 'env' | 'signal'>;
  readonly plan: Plan;
  readonly solution: Files;
  /** Folder whose `node_modules` all projects of the stage share. */
  readonly installed: string;
}

/** Renders the solution of a stage, and installs what it depends on where that has not been done. */
export async function prepareWorkspace(
  context: Pick<Context, 'run' | 'env' | 'signal'>,
  { stack, stage, schema }: { stack: Stack; stage: Stage; schema: object },
  kit: Kit,
): Promise<Workspace> {
  const { resource, problems } = parseResource(schema);
  if (resource === null) throw new Error(`the resource is refused: ${problems[0]?.reason}`);
  const [packageManager] = stack.packageManagers;
  const answers = {
    name: spellProjectName('verified'),
    stack,
    stage,
    resource,
    resourceSource: { kind: 'described' } as const,
    packageManager: packageManager!,
  };
  const plan = planProject(answers, kit, Infinity);
  const templates = loadTemplates(stack.id, stage);
  const lock = loadLockFile(stack.id, templates, packageManager!.lockFile);
  const solution = renderProject(plan, templates, lock);
  const installed = await install(context, plan, solution);
  return { context, plan, solution, installed };
}

/** Works on a project of these files in a new folder, which is gone afterwards. */
export async function withProject<T>(
  workspace: Workspace,
  files: Files,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await writeWorkspace(workspace, files);
  try {
    return await work(folder);
  } finally {
    await removeWorkspace(folder);
  }
}

/**
 * Writes the files into a new folder, which belongs to the caller, and does the work of a lesson
 * where it is among them.
 */
export async function writeWorkspace(
  { context, installed }: Workspace,
  given: Files,
): Promise<string> {
  const { files, work } = takeOutWork(given);
  const folder = await mkdtemp(join(CACHE, 'project-'));
  await writeFiles(folder, files);
  await symlink(join(installed, 'node_modules'), join(folder, 'node_modules'));
  // A linter looks for what git ignores as far up as the next repository, which would be the kit's.
  await mkdir(join(folder, '.git'));
  if (work !== null) await doWork(context, folder, work);
  return folder;
}

/** Removes a folder of {@link writeWorkspace}. */
export async function removeWorkspace(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

async function install(
  context: Pick<Context, 'run' | 'env' | 'signal'>,
  { stack, packageManager }: Plan,
  files: Files,
): Promise<string> {
  const manifests = new Map(
    [stack.manifestFile, packageManager.lockFile].map((path) => [path, files.get(path) ?? '']),
  );
  const digest = createHash('sha256')
    .update([...manifests.values()].join())
    .digest('hex');
  const folder = join(CACHE, `${stack.id}-${digest.slice(0, 12)}`);
  if (existsSync(folder)) return folder;
  // Renamed when all is there: an installation that was broken off is never taken for a whole one.
  const begun = `${folder}-${process.pid}`;
  await writeFiles(begun, manifests);
  const project = { folder: begun, stack, packageManager };
  const { ok, excerpt } = await installProject(context, project, true);
  if (!ok) throw new Error(`what the solution depends on cannot be installed: ${excerpt}`);
  await rename(begun, folder);
  return folder;
}

async function writeFiles(folder: string, files: Files): Promise<void> {
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

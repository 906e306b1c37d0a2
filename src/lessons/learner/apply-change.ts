import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '../../errors.ts';
import { addBranch, commitFiles, isKept } from '../../project/commits.ts';
import type { GitContext } from '../../project/git.ts';
import type { KnownProject } from '../../project/read-state.ts';
import type { FileChange } from './exercise-change.ts';

/** The commits by which a change came into a project. */
export interface Applied {
  /** Of what the learner had not committed yet; null where that was nothing. */
  readonly kept: string | null;
  readonly commit: string | null;
}

/**
 * Writes a change of some files as a commit; what the learner had in them is committed before.
 * @throws UserError where git keeps no history of the project, because then something could be lost
 */
export async function applyChange(
  context: GitContext,
  project: KnownProject,
  changes: readonly FileChange[],
  { keep, message }: { keep: string; message: string },
): Promise<Applied> {
  await requireHistory(context, project);
  const kept = await commitFiles(context, project.folder, pathsThere(changes), keep);
  for (const { path, after } of changes) writeOrRemove(join(project.folder, path), after);
  const paths = changes.map(({ path }) => path);
  return { kept, commit: await commitFiles(context, project.folder, paths, message) };
}

function writeOrRemove(path: string, text: string | null): void {
  if (text === null) {
    rmSync(path);
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function pathsThere(changes: readonly FileChange[]): string[] {
  return changes.filter(({ before }) => before !== null).map(({ path }) => path);
}

/**
 * Commits what the learner has in some files, and puts a branch there.
 * @returns the name of the branch
 */
export async function keepOnBranch(
  context: GitContext,
  project: KnownProject,
  changes: readonly FileChange[],
  { branch, message }: { branch: string; message: string },
): Promise<string> {
  await requireHistory(context, project);
  await commitFiles(context, project.folder, pathsThere(changes), message);
  return addBranch(context, project.folder, branch);
}

async function requireHistory(context: GitContext, { folder }: KnownProject): Promise<void> {
  if (await isKept(context, folder)) return;
  throw new UserError(
    'Git keeps no history of this project, so what you have could not be kept.',
    'Make one, and try again: git init && git add --all && git commit -m "Start"',
  );
}

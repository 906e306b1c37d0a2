import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Git, type GitContext } from '../../project/git.ts';
import { requireProject } from '../../project/read-state.ts';
import { keepProgress, progressAt, withBegun } from '../learner/progress.ts';
import { makeConflict } from '../practice/conflict.ts';
import type { LessonWork, Step } from './work.ts';

/** Does the work of a lesson in a project, as a learner who is at that lesson. */
export async function doWork(
  context: GitContext,
  folder: string,
  { lesson, steps = [], sign }: LessonWork,
): Promise<void> {
  const began = await beginHistory(context, folder);
  const { stage } = requireProject(folder);
  keepProgress(folder, withBegun(progressAt(stage.id, null), lesson, began));
  const git = await new Git(context, folder).committing();
  for (const step of steps) await takeStep(git, step);
  if (sign !== undefined) await resolveConflict(context, folder, sign);
}

/** The project's first commit, at which the lesson begins. */
async function beginHistory(context: GitContext, folder: string): Promise<string> {
  rmSync(join(folder, '.git'), { recursive: true, force: true });
  const git = await new Git(context, folder).committing();
  await git.read('init', '--quiet', '--template=', '--initial-branch=main');
  await commitAll(git, 'Begin');
  return git.read('rev-parse', 'HEAD');
}

async function takeStep(git: Git, step: Step): Promise<void> {
  if ('branch' in step) {
    await git.read('switch', '--quiet', '--create', step.branch);
    return;
  }
  for (const [path, text] of Object.entries(step.files)) {
    mkdirSync(dirname(join(git.folder, path)), { recursive: true });
    writeFileSync(join(git.folder, path), text);
  }
  await git.read('add', '--force', ...Object.keys(step.files));
  await git.read('commit', '--quiet', '-m', step.message);
}

async function resolveConflict(context: GitContext, project: string, sign: string): Promise<void> {
  const { folder, branch, file } = await makeConflict(context, project);
  const git = await new Git(context, folder).committing();
  await git.try('merge', '--quiet', branch);
  const path = join(folder, file);
  const resolved = readFileSync(path, 'utf8').replace(/^<{7}.*^>{7}[^\n]*$/ms, () => sign);
  writeFileSync(path, resolved);
  await commitAll(git, 'Bring both together');
}

async function commitAll(git: Git, message: string): Promise<void> {
  await git.read('add', '--all');
  await git.read('commit', '--quiet', '-m', message);
}

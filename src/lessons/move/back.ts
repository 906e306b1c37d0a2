import { join } from 'node:path';
import { findStage, type Stage } from '../../catalog/stages.ts';
import type { Context } from '../../context.ts';
import { UserError } from '../../errors.ts';
import type { KnownProject } from '../../project/read-state.ts';
import { openRepository, refuseUnfinished, type Repository } from '../../project/repository.ts';
import { STATE_FILE } from '../../project/state.ts';
import { readTree, type Entry } from '../../project/trees.ts';
import { readJsonFile } from '../../system/read-json.ts';
import { refuseUncommittable } from './checkpoint.ts';
import { mergeState } from './merge-state.ts';
import { beginMove, type Begun } from './pick.ts';
import { lookAtProject, prepareCrossing, type Prepared } from './prepare.ts';
import { refuseUnfinishedMove } from './resume.ts';

/** The commit that brought a project to its stage, and the state before it. */
interface StageCommit {
  readonly id: string;
  readonly before: Stage;
  /** Text of the state file before it. */
  readonly state: string;
}

/** A way back that was gone. */
export type BackOutcome = Begun & { readonly prepared: Prepared };

/**
 * Takes back the commit that brought a project to its stage; what was changed since stays.
 * @throws UserError where later commits have changed the same
 */
export async function goBack(
  project: KnownProject,
  context: Pick<Context, 'run' | 'env' | 'signal'>,
): Promise<BackOutcome> {
  const repository = await openRepository(context, project.folder);
  await refuseUnfinishedMove(repository);
  await refuseUnfinished(repository);
  await refuseUncommittable(repository);
  const commit = await findStageCommit(repository, project);
  const prepared = await prepareWayBack(repository, project, commit);
  if (prepared.conflicts.length > 0) throw await overlap(repository, project, commit, prepared);
  const { message, isLockComplete, pick } = prepared;
  const moved = { action: 'back' as const, from: project.stage.id, to: commit.before.id };
  const state = stateBefore(project, commit);
  const intent = { ...moved, message, state, isLockComplete, conflicts: [] };
  return { prepared, ...(await beginMove(repository, intent, pick, false)) };
}

/** The last commit that wrote the project's stage into its state file where an earlier one was. */
async function findStageCommit(
  { git }: Repository,
  { stage, name }: KnownProject,
): Promise<StageCommit> {
  const search = ['log', '--format=%H', `-S"stage": "${stage.id}"`, '--', STATE_FILE];
  if (stage.number === 1) throw new UserError(`${stage.id} is the first stage that there is.`);
  for (const id of (await git.read(...search)).split('\n')) {
    const { exitCode, stdout: state } = await git.try('show', `${id}^:./${STATE_FILE}`);
    const before = exitCode === 0 ? readStage(state) : undefined;
    if (before !== undefined && before.number < stage.number) return { id, before, state };
  }
  throw new UserError(
    `No commit here has brought ${name} to ${stage.id}, so none can be taken back.`,
    'It was made at this stage, or its history was rewritten since.',
  );
}

function readStage(state: string): Stage | undefined {
  const { stage } = JSON.parse(state) as { stage?: unknown };
  return findStage(String(stage));
}

async function prepareWayBack(
  repository: Repository,
  project: KnownProject,
  { id, before: to }: StageCommit,
): Promise<Prepared> {
  const mine = await lookAtProject(repository);
  const crossing = {
    base: withoutState(await readTree(repository, id)),
    next: withoutState(await readTree(repository, `${id}^`)),
    yours: await readTree(repository, mine.id),
  };
  const message = `Take ${project.name} back to the ${to.id} stage`;
  const destination = { to, message, diffs: [], renames: new Map<string, string>() };
  return prepareCrossing(repository, project, crossing, mine, destination);
}

function withoutState(tree: ReadonlyMap<string, Entry>): Map<string, Entry> {
  return new Map([...tree].filter(([path]) => path !== STATE_FILE));
}

/** Stage and lessons are those of before; what the project serves is as it is now. */
function stateBefore({ folder }: KnownProject, commit: StageCommit): string {
  const current = readJsonFile(join(folder, STATE_FILE), STATE_FILE) as { resource: unknown };
  const before = JSON.parse(commit.state) as object;
  const state = { ...before, resource: current.resource };
  return mergeState(JSON.stringify(current), JSON.stringify(state));
}

async function overlap(
  { git }: Repository,
  { stage }: KnownProject,
  { id }: StageCommit,
  { conflicts }: Prepared,
): Promise<UserError> {
  const paths = conflicts.map(({ path }) => path);
  const commits = await git.read('log', '--format=%h %s', `${id}..HEAD`, '--', ...paths);
  const since = commits === '' ? ['what is not committed yet'] : commits.split('\n');
  return new UserError(
    `What came after ${stage.id} has changed the same lines: ${paths.join(', ')}.`,
    `Take that back first (git revert): ${since.join('; ')}. Or look at the project as it was: git switch --create before ${id.slice(0, 10)}^`,
  );
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stages, type Stage } from '../../catalog/stages.ts';
import type { Context } from '../../context.ts';
import { UserError } from '../../errors.ts';
import type { KnownProject } from '../../project/read-state.ts';
import { openRepository, refuseUnfinished, type Repository } from '../../project/repository.ts';
import { STATE_FILE } from '../../project/state.ts';
import type { Kit } from '../../scaffold/plan.ts';
import { adaptRenderings } from './adapt.ts';
import type { Overruled } from './adopt-files.ts';
import { askStages, type Verdict } from './ask-stages.ts';
import { renderBorder } from './border.ts';
import { refuseUncommittable } from './checkpoint.ts';
import { withOwnFormat } from './own-format.ts';
import { refuseUnfinishedMove } from './resume.ts';
import { beginMove, type Begun } from './pick.ts';
import { lookAtProject, prepareCrossing, type Prepared } from './prepare.ts';
import { servedBefore } from './served-before.ts';
import { mergeState } from './merge-state.ts';

/** An upgrade that has been tried, and has touched nothing yet. */
export interface PreparedUpgrade extends Prepared {
  /** Files that go although they were changed, as the person calls them. */
  readonly replaced: readonly string[];
  /** Files of the person's in folders that the stage begins anew. */
  readonly cleared: readonly string[];
  /** Files in which the stage rewrites what a learner wrote in the regions of exercises. */
  readonly overruled: readonly Overruled[];
  /** Files that the stage changes, but the person has removed. */
  readonly removed: readonly string[];
  /** Environment variables that the stage adds. */
  readonly settings: readonly string[];
  /** Text of the state file at the later stage. */
  readonly state: string;
}

/** What a person wishes of an upgrade. */
export interface UpgradeWish {
  readonly to: Stage;
  /** Whether to go on although checks fail. */
  readonly anyway: boolean;
  readonly dryRun: boolean;
}

/** How an upgrade went: tried only, refused because checks fail, or begun. */
export type UpgradeOutcome =
  | { readonly kind: 'tried'; readonly prepared: PreparedUpgrade }
  | { readonly kind: 'not-green'; readonly verdict: Verdict }
  | ({ readonly kind: 'begun'; readonly prepared: PreparedUpgrade } & Begun);

/** The stage that comes after a project's, or the one that was named. */
export function chooseStage({ stage }: KnownProject, named: Stage | null): Stage {
  const next = named ?? stages[stage.number];
  if (next === undefined) throw new UserError(`${stage.id} is the last stage that there is.`);
  if (next.number > stage.number) return next;
  const hint = next.number === stage.number ? undefined : 'create-backend back undoes a stage.';
  throw new UserError(`This project is at ${stage.id} already, not before ${next.id}.`, hint);
}

/**
 * Takes a project, however it was changed, to a later stage.
 * @throws UserError where git is not in a state to do it
 */
export async function upgrade(
  project: KnownProject,
  wish: UpgradeWish,
  context: Pick<Context, 'run' | 'env' | 'signal' | 'now' | 'out'>,
  kit: Kit,
): Promise<UpgradeOutcome> {
  const repository = await openRepository(context, project.folder);
  await refuseUnfinishedMove(repository);
  await refuseUnfinished(repository);
  await refuseUncommittable(repository);
  if (!wish.anyway && !wish.dryRun) {
    const asking = () => askStages(project.folder, project.stage.number, context);
    const verdict = await context.out.during(`Asking the checks of ${project.stage.id}`, asking);
    if (!verdict.isGreen) return { kind: 'not-green', verdict };
  }
  const prepared = await prepareUpgrade(repository, project, wish.to, context, kit);
  if (wish.dryRun) return { kind: 'tried', prepared };
  const { message, state, isLockComplete, conflicts, cleared, replaced, overruled } = prepared;
  const stagesMoved = { from: project.stage.id, to: wish.to.id };
  const intent = { action: 'upgrade' as const, ...stagesMoved, message, state, isLockComplete };
  context.signal.throwIfAborted();
  const keeps = [...cleared, ...replaced, ...overruled].length > 0;
  const begun = await beginMove(repository, { ...intent, conflicts }, prepared.pick, keeps);
  return { kind: 'begun', prepared, ...begun };
}

async function prepareUpgrade(
  repository: Repository,
  project: KnownProject,
  to: Stage,
  context: Pick<Context, 'run' | 'env' | 'signal'>,
  kit: Kit,
): Promise<PreparedUpgrade> {
  const mine = await lookAtProject(repository);
  const readme = readIfThere(project, 'README.md');
  const served = await servedBefore(repository, project);
  const rendered = renderBorder(project, to, kit, { readme, served });
  const border = await withOwnFormat(context, project, rendered);
  const adapted = await adaptRenderings(repository, border, mine);
  const message = `Move ${project.name} on to the ${to.id} stage`;
  const destination = { to, message, diffs: border.diffs, renames: adapted.renames };
  const prepared = await prepareCrossing(repository, project, adapted, mine, destination);
  const state = mergeState(readIfThere(project, STATE_FILE), border.state);
  const { cleared, replaced, overruled, removed } = adapted;
  return { ...prepared, cleared, replaced, overruled, removed, settings: border.settings, state };
}

function readIfThere({ folder }: KnownProject, name: string): string {
  const path = join(folder, name);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

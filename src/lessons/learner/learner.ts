import type { Context } from '../../context.ts';
import { UserError } from '../../errors.ts';
import { requireProject, type KnownProject } from '../../project/read-state.ts';
import { planOfProject } from '../../scaffold/plan-of-project.ts';
import type { Kit, Plan } from '../../scaffold/plan.ts';
import type { Place } from '../choose-checks.ts';
import { atStage } from './begin-stage.ts';
import { findProgress } from './find-progress.ts';
import type { Lesson } from '../lesson.ts';
import { loadStageLessons, requireLesson } from '../load-lessons.ts';
import { keepProgress, progressAt, readProgress, type Progress } from './progress.ts';

/** Somebody who learns in a project of theirs. */
export interface Learner {
  readonly project: KnownProject;
  readonly plan: Plan;
  /** Those of the project's stage, in order. */
  readonly lessons: readonly Lesson[];
  readonly progress: Progress;
}

type LearnerContext = Pick<Context, 'cwd' | 'env' | 'signal' | 'out'>;

/**
 * Who learns in the project that the current folder lies in, and how far they are; where that is
 * lost, their service is asked.
 * @throws UserError where there is no project, or nothing in it is open to learn
 */
export async function meetLearner(context: LearnerContext, kit: Kit): Promise<Learner> {
  const project = requireProject(context.cwd);
  if (project.open.length === 0) {
    const hint = `A project to learn in is made by ${kit.command} <directory> --learn`;
    throw new UserError('Nothing is left open in this project: it was made finished.', hint);
  }
  const { lessons } = loadStageLessons(project.stage);
  const progress = await knownProgress(project, lessons, context);
  return { project, plan: planOfProject(project, kit), lessons, progress };
}

/** The lesson at hand; null once the last one of the stage is behind. */
export function lessonAtHand({ lessons, progress }: Learner): Lesson | null {
  return lessons.find(({ id }) => id === progress.current) ?? null;
}

/**
 * Where the learner is in the project that the current folder lies in; null where nothing is open
 * to learn, or everything of the stage is behind them.
 */
export async function placeOfLearner(context: LearnerContext, kit: Kit): Promise<Place | null> {
  const { open, stage } = requireProject(context.cwd);
  if (open.length === 0) return null;
  const { progress } = await meetLearner(context, kit);
  return progress.current === null ? null : { stage: stage.number, lesson: progress.current };
}

/**
 * The lesson that was named, or else the one at hand.
 * @throws UserError where none is named and none is at hand
 */
export function chosenLesson(learner: Learner, name: string | undefined): Lesson {
  const { project, plan } = learner;
  const chosen = name === undefined ? lessonAtHand(learner) : requireLesson(name, project.stage);
  if (chosen !== null) return chosen;
  const message = `All lessons of the stage ${project.stage.id} are behind you.`;
  throw new UserError(message, `Name one of them, or go on: ${plan.kit.command} next`);
}

/** Keeps what has become of a learner's progress. */
export function remember(learner: Learner, progress: Progress): Learner {
  keepProgress(learner.project.folder, progress);
  return { ...learner, progress };
}

async function knownProgress(
  project: KnownProject,
  lessons: readonly Lesson[],
  context: LearnerContext,
): Promise<Progress> {
  const kept = readProgress(project.folder);
  const { id } = project.stage;
  if (kept?.stage === id) return kept;
  // The project was moved to another stage by other means than the kit's, a git switch for instance.
  if (kept !== null) return atStage(kept, id, lessons);
  const found = { ...progressAt(id, null), ...(await findProgress(context, project, lessons)) };
  keepProgress(project.folder, found);
  return found;
}

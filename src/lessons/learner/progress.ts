import type { LessonAtHand } from '../../checker/target.ts';
import { keepPrivate, readPrivate } from '../../project/private-file.ts';

/** How far a learner is in a project. Times are ISO 8601. */
export interface Progress {
  /** Id of the stage that `current` belongs to. */
  readonly stage: string;
  /** Lesson at hand; null once the last one of the stage is behind. */
  readonly current: string | null;
  /** The commit that each lesson began at, as far as git keeps the project: what is later is theirs. */
  readonly begun: Readonly<Record<string, string>>;
  /** When each lesson was done, those of earlier stages too. */
  readonly done: Readonly<Record<string, string>>;
  /** Rungs of each lesson's hints that were opened. */
  readonly hints: Readonly<Record<string, number>>;
  /** When the answer to each lesson's recall question was looked at. */
  readonly answers: Readonly<Record<string, string>>;
  /** Stages that have begun with questions about earlier ones. */
  readonly reviewed: readonly string[];
  /** Lessons whose question was not answered when it came again. */
  readonly forgotten: readonly string[];
}

const FILE = 'progress.json';

/** A stage with nothing done yet. */
export function progressAt(stage: string, current: string | null): Progress {
  const nothing = { begun: {}, done: {}, hints: {}, answers: {}, reviewed: [], forgotten: [] };
  return { stage, current, ...nothing };
}

/** The progress that is kept for a project; null where it is lost: it can be found out again. */
export function readProgress(project: string): Progress | null {
  const kept = readPrivate(project, FILE) as Partial<Progress> | null;
  return kept === null ? null : { ...progressAt('', null), ...kept };
}

/** Keeps the progress of a project. */
export function keepProgress(project: string, progress: Progress): void {
  keepPrivate(project, FILE, progress);
}

/**
 * The progress with a lesson at hand.
 * @param commit null where git keeps no history of the project
 */
export function withBegun(progress: Progress, lesson: string, commit: string | null): Progress {
  const begun = commit === null ? {} : { [lesson]: commit };
  return { ...progress, current: lesson, begun: { ...begun, ...progress.begun } };
}

/** The progress with a lesson done at this moment. */
export function withDone(progress: Progress, lesson: string): Progress {
  return { ...progress, done: { ...progress.done, [lesson]: new Date().toISOString() } };
}

/** The progress with a lesson to be done again. */
export function withUndone({ done, ...progress }: Progress, lesson: string): Progress {
  const { [lesson]: _, ...others } = done;
  return { ...progress, done: others, current: lesson };
}

/** The progress with so many rungs of a lesson's hints opened, or more where there were more. */
export function withHints(progress: Progress, lesson: string, rungs: number): Progress {
  const opened = Math.max(progress.hints[lesson] ?? 0, rungs);
  return { ...progress, hints: { ...progress.hints, [lesson]: opened } };
}

/** The lesson that a learner works on in a project; null where that is not known. */
export function atHandIn(project: string): LessonAtHand | null {
  const { current = null, begun = {} } = readProgress(project) ?? {};
  return current === null ? null : { lesson: current, since: begun[current] ?? null };
}

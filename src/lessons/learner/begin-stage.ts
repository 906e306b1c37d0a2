import { headOf } from '../../project/commits.ts';
import type { GitContext } from '../../project/git.ts';
import { requireProject } from '../../project/read-state.ts';
import type { Lesson } from '../lesson.ts';
import { loadStageLessons } from '../load-lessons.ts';
import { keepProgress, readProgress, withBegun, type Progress } from './progress.ts';

/**
 * Puts the learner of a project that has come to another stage at the first lesson there that is
 * to do, and notes the commit that it begins at. Does nothing where nobody learns.
 */
export async function beginStage(context: GitContext, folder: string): Promise<void> {
  const { open, stage } = requireProject(folder);
  const kept = readProgress(folder);
  if (open.length === 0 || kept === null || kept.stage === stage.id) return;
  const progress = atStage(kept, stage.id, loadStageLessons(stage).lessons);
  const { current } = progress;
  const commit = current === null ? null : await headOf(context, folder);
  keepProgress(folder, current === null ? progress : withBegun(progress, current, commit));
}

/** The progress in another stage, where the first lesson that is to do is at hand. */
export function atStage(progress: Progress, stage: string, lessons: readonly Lesson[]): Progress {
  const todo = lessons.find(({ id }) => !Object.hasOwn(progress.done, id));
  return { ...progress, stage, current: todo?.id ?? null };
}

import { stages, type Stage } from '../../catalog/stages.ts';
import { loadStageLessons } from '../load-lessons.ts';
import type { Progress } from './progress.ts';

/** Where something stands on the map; `passed` was gone by and is not done. */
export type Standing = 'done' | 'here' | 'passed' | 'to-come';

/** A lesson on the map. */
export interface LessonMark {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly standing: Standing;
}

/** A stage on the map. */
export interface StageMark {
  readonly stage: Stage;
  readonly standing: Standing;
  readonly lessons: readonly LessonMark[];
}

/**
 * The roadmap as it is for one project.
 * @param here the stage that the project has reached
 * @param progress null for a project that was made finished
 */
export function roadMap(here: Stage, progress: Progress | null): StageMark[] {
  return stages.map((stage) => ({
    stage,
    standing: placeOf(stage.number, here.number),
    lessons: loadStageLessons(stage).lessons.map(({ id, title, summary }) => {
      const standing = standingOf(id, placeOf(stage.number, here.number), progress);
      return { id, title, summary, standing };
    }),
  }));
}

function placeOf(stage: number, here: number): Standing {
  if (stage === here) return 'here';
  return stage < here ? 'done' : 'to-come';
}

/** Ids of lessons sort by their place in the stage. */
function standingOf(id: string, ofStage: Standing, progress: Progress | null): Standing {
  if (ofStage === 'to-come') return 'to-come';
  if (progress === null || Object.hasOwn(progress.done, id)) return 'done';
  if (ofStage === 'done') return 'passed';
  const { current } = progress;
  if (current === id) return 'here';
  return current === null || id < current ? 'passed' : 'to-come';
}

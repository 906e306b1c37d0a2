import type { PlacedCheck } from '../../checker/check.ts';
import type { Context } from '../../context.ts';
import { loadChecks } from '../check-index.ts';
import type { Inquiry } from './inquiry.ts';
import { isEarlier, isOwn, judgeLesson } from './judge-lesson.ts';
import { LessonStates } from './lesson-states.ts';
import type { Workspace } from './workspace.ts';

/**
 * What each lesson leaves open, the later ones of its stage open too.
 * @param lessons those of the workspace's stage that have regions, in order
 */
export async function inquireOpenLessons(
  context: Pick<Context, 'run' | 'env' | 'signal'>,
  workspace: Workspace,
  lessons: readonly string[],
  seed: number,
): Promise<Inquiry[]> {
  const stage = workspace.plan.stage.number;
  const checks = await loadChecks(stage);
  const checksAt = (lesson: string) => everythingUpTo(checks, { stage, lesson });
  const states = new LessonStates({ context, workspace, lessons, checksAt, seed });
  return lessons.map((lesson, at) => ({
    id: lesson,
    lesson,
    find: async () => {
      const starter = await states.from(at);
      const solution = await states.from(at + 1);
      return { remarks: judgeLesson({ stage, lesson, starter, solution }) };
    },
  }));
}

/** What can be asked of a project while a lesson is the current one, the patient checks too. */
function everythingUpTo(
  checks: readonly PlacedCheck[],
  place: { stage: number; lesson: string },
): PlacedCheck[] {
  return checks.filter((check) => isEarlier(check, place) || isOwn(check, place));
}

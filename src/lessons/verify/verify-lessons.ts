import type { PlacedCheck } from '../../checker/check.ts';
import { stages, type Stage } from '../../catalog/stages.ts';
import type { Context } from '../../context.ts';
import type { Kit } from '../../scaffold/plan.ts';
import { loadChecks } from '../check-index.ts';
import { isEarlier, isOwn, judgeLesson } from './judge-lesson.ts';
import { LessonStates } from './lesson-states.ts';
import { lessonsOf, regionsUpTo } from './regions.ts';
import { disturbedWork } from './steady-regions.ts';
import { inParallel, type Verdict, type VerifyOptions } from './verify-stage.ts';
import { prepareWorkspace } from './workspace.ts';

/**
 * Verifies what a stage's lessons leave open: each lesson that has regions, with the later ones of
 * the stage open too. `only` names lessons here.
 */
export async function verifyLessons(
  context: Pick<Context, 'run' | 'env' | 'signal' | 'now'>,
  options: VerifyOptions,
  kit: Kit,
): Promise<Verdict[]> {
  const { stage, schema, only, seed } = options;
  const workspace = await prepareWorkspace(context, stage, schema, kit);
  const regions = regionsUpTo(workspace.plan.stack.id, stages.at(-1)!);
  const lessonsWithRegions = (each: Stage) =>
    lessonsOf(each).filter((id) => regions.some(({ lesson }) => lesson === id));
  const lessons = lessonsWithRegions(stage);
  const checks = await loadChecks(stage.number);
  const checksAt = (lesson: string) => checksUpTo(checks, { stage: stage.number, lesson });
  const states = new LessonStates({ context, workspace, lessons, checksAt, seed });

  async function verdictOn(lesson: string, at: number): Promise<Verdict> {
    const since = context.now();
    const starter = await states.from(at);
    const solution = await states.from(at + 1);
    const remarks = judgeLesson({ stage: stage.number, lesson, starter, solution });
    return verdict(lesson, since, remarks);
  }

  async function verdictOnEarlier(): Promise<Verdict> {
    return verdict(
      'earlier-regions',
      context.now(),
      disturbedWork(workspace.plan, lessonsWithRegions),
    );
  }

  const tasks = lessons.flatMap((lesson, at) =>
    only === null || only.includes(lesson) ? [() => verdictOn(lesson, at)] : [],
  );
  return inParallel([...(only === null ? [verdictOnEarlier] : []), ...tasks], options);

  function verdict(id: string, since: number, remarks: readonly string[]): Verdict {
    const state = remarks.length === 0 ? 'well' : 'wrong';
    const milliseconds = context.now() - since;
    return { id, mistake: null, state, remark: remarks.join('\n'), message: null, milliseconds };
  }
}

/** The checks that a project is asked while a lesson is the current one. */
function checksUpTo(
  checks: readonly PlacedCheck[],
  place: { stage: number; lesson: string },
): PlacedCheck[] {
  return checks.filter((check) => isEarlier(check, place) || isOwn(check, place));
}

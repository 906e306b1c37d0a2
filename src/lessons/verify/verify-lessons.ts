import { stages, type Stage } from '../../catalog/stages.ts';
import type { Context } from '../../context.ts';
import type { Kit, Plan } from '../../scaffold/plan.ts';
import { verdictOn, type Inquiry } from './inquiry.ts';
import { inquireOpenLessons } from './open-lessons.ts';
import { lessonsOf, regionsUpTo, type Region } from './regions.ts';
import { disturbedWork } from './steady-regions.ts';
import { inquireTexts } from './texts.ts';
import { inParallel, type Verdict, type VerifyOptions } from './verify-stage.ts';
import { prepareWorkspace } from './workspace.ts';

/**
 * Verifies the lessons of a stage: what is written, what is marked in the templates, and what a
 * learner's project answers while a lesson is open. `only` names lessons here.
 */
export async function verifyLessons(
  context: Pick<Context, 'run' | 'env' | 'signal' | 'now'>,
  options: VerifyOptions,
  kit: Kit,
): Promise<Verdict[]> {
  const { stage, schema, only, seed } = options;
  const workspace = await prepareWorkspace(context, stage, schema, kit);
  const { plan } = workspace;
  const regions = regionsUpTo(plan.stack.id, stages.at(-1)!);
  const inquiries = [
    ...inquireTexts(plan, regions),
    inquireRegions(plan, regions),
    ...(await inquireOpenLessons(context, workspace, lessonsWith(regions, stage), seed)),
  ];
  const wanted = inquiries.filter(
    ({ lesson }) => only === null || (lesson !== null && only.includes(lesson)),
  );
  return inParallel(
    wanted.map((inquiry) => () => verdictOn(inquiry, context)),
    options,
  );
}

/** Regions that no lesson has, and work of earlier stages that the plan's stage disturbs. */
function inquireRegions(plan: Plan, regions: readonly Region[]): Inquiry {
  const lessons = new Set(stages.flatMap(lessonsOf));
  const orphans = regions
    .filter(({ lesson }) => !lessons.has(lesson))
    .map(({ id, template }) => `${id} in ${template} belongs to no lesson`);
  const disturbed = () => disturbedWork(plan, (stage) => lessonsWith(regions, stage));
  return { id: 'regions', lesson: null, find: () => ({ remarks: [...orphans, ...disturbed()] }) };
}

function lessonsWith(regions: readonly Region[], stage: Stage): string[] {
  return lessonsOf(stage).filter((id) => regions.some(({ lesson }) => lesson === id));
}

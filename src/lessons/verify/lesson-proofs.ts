import { stages, type Stage } from '../../catalog/stages.ts';
import type { Plan } from '../../scaffold/plan.ts';
import { loadTemplates } from '../../scaffold/template-set.ts';
import { loadStageLessons } from '../load-lessons.ts';
import { isCurriculumKept } from './curriculum-page.ts';
import { coverageOf } from './ideas.ts';
import { proofOf, type Inquiry } from './inquiry.ts';
import { inquireOpenLessons } from './open-lessons.ts';
import { inquirePractice } from './practice-lessons.ts';
import type { Proof } from './proof.ts';
import { lessonsOf, regionsUpTo, type Region } from './regions.ts';
import { disturbedWork } from './steady-regions.ts';
import type { StageUnderProof } from './stage-under-proof.ts';
import { inquireTexts } from './texts.ts';

/**
 * Proofs of the lessons of a stage: what is written, what is marked in the templates, and what a
 * learner's project answers while a lesson is open.
 * @param only ids of lessons; null for all, and for what is about all of them
 */
export async function lessonProofs(
  { context, stage, workspace, settings }: StageUnderProof,
  only: readonly string[] | null,
): Promise<Proof[]> {
  const { plan } = workspace;
  const regions = regionsUpTo(plan.stack.id, stages.at(-1)!);
  const open = lessonsWith(regions, stage);
  const inquiries = [
    ...inquireTexts(plan, regions),
    inquireRegions(plan, regions),
    inquireIdeas(stage),
    ...inquirePractice(workspace, settings.seed),
    ...(await inquireOpenLessons(context, workspace, open, settings.seed)),
  ];
  const wanted = inquiries.filter(
    ({ lesson }) => only === null || (lesson !== null && only.includes(lesson)),
  );
  return wanted.map(proofOf);
}

/** Promises of the curriculum that no lesson keeps. */
function inquireIdeas(stage: Stage): Inquiry {
  const find = async () => {
    const ideas = coverageOf(stage, loadStageLessons(stage).lessons);
    const missing = ideas.flatMap((idea) => idea.missing);
    const isKept = await isCurriculumKept();
    return {
      remarks: [
        ...missing.map(
          (concept) => `no lesson teaches ${concept}, which lessons/ideas.yaml promises`,
        ),
        ...(isKept ? [] : ['docs/curriculum.md is of other lessons: --lessons --write renews it']),
      ],
    };
  };
  return { id: 'curriculum', lesson: null, find };
}

/**
 * Regions that no lesson has, and work of earlier stages that the plan's stage disturbs without
 * saying why.
 */
function inquireRegions(plan: Plan, regions: readonly Region[]): Inquiry {
  const lessons = new Set(stages.flatMap(lessonsOf));
  const orphans = regions
    .filter(({ lesson }) => !lessons.has(lesson))
    .map(({ id, template }) => `${id} in ${template} belongs to no lesson`);
  const find = () => {
    const { rewrites } = loadTemplates(plan.stack.id, plan.stage).at(-1)!.notes;
    const disturbed = disturbedWork(plan, (stage) => lessonsWith(regions, stage));
    const rewritten = new Set(disturbed.map(({ lesson }) => lesson));
    return {
      remarks: [
        ...orphans,
        ...disturbed
          .filter(({ lesson }) => !Object.hasOwn(rewrites, lesson))
          .map(({ lesson, path, line }) => `changes what ${lesson} wrote in ${path}: ${line}`),
        ...Object.keys(rewrites)
          .filter((lesson) => !rewritten.has(lesson))
          .map((lesson) => `is said to rewrite what ${lesson} wrote, and does not`),
      ],
    };
  };
  return { id: 'regions', lesson: null, find };
}

function lessonsWith(regions: readonly Region[], stage: Stage): string[] {
  return lessonsOf(stage).filter((id) => regions.some(({ lesson }) => lesson === id));
}

import { stages, type Stage } from '../catalog/stages.ts';
import type { Plan } from '../scaffold/plan.ts';
import { diffStages, type FileDiff } from '../scaffold/stage-diff.ts';
import { loadTemplates } from '../scaffold/template-set.ts';

/** What a stage changes in a project, solved on both sides, and the stage's reason for it. */
export function changesOf(plan: Plan, stage: Stage): { why: string; diffs: readonly FileDiff[] } {
  const earlier = stages[stage.number - 2]!;
  const templates = loadTemplates(plan.stack.id, stage);
  const diffs = diffStages({ ...plan, stage, open: [] }, earlier, templates);
  return { why: templates.at(-1)!.notes.why.trim(), diffs };
}

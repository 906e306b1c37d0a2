import { stages } from '../../catalog/stages.ts';
import type { PlacedCheck } from '../../checker/check.ts';
import type { Result } from '../../checker/result.ts';
import { loadSilentLessons } from '../check-index.ts';
import { askProject } from './ask.ts';
import { well, wrong, type Proof } from './proof.ts';
import { prepareStage, type StageUnderProof } from './stage-under-proof.ts';
import { withProject } from './workspace.ts';

/**
 * Every lesson of the stage asks for something new: the solution of the stage before fails at
 * least one check of it, but for the lessons of which it is said that this cannot be.
 */
export function stageBeforeProof(proven: StageUnderProof): Proof {
  const prove = async () => {
    const results = await askStageBefore(proven);
    const silent = await loadSilentLessons(proven.stage.id);
    const remarks = [...results.flatMap(brokenRemark), ...silenceRemarks(results, silent)];
    return remarks.length === 0 ? well() : wrong(remarks.join('\n'));
  };
  return { id: 'stage-before', mistake: null, prove };
}

async function askStageBefore(proven: StageUnderProof): Promise<Result[]> {
  const { stage, settings, context, kit } = proven;
  const before = stages.find(({ number }) => number === stage.number - 1)!;
  const { workspace } = await prepareStage(context, before, settings, kit);
  const isNew = ({ from, lesson }: PlacedCheck) => from === stage.number && lesson !== null;
  const asked = { seed: settings.seed, bail: false, stage: stage.number };
  const results = await withProject(workspace, workspace.solution, (folder) =>
    askProject(context, folder, proven.checks.filter(isNew), asked),
  );
  return results.filter(({ check }) => isNew(check));
}

/** Whatever a service does, a check must not break. */
function brokenRemark({ state, check, reason }: Result): string[] {
  return state === 'kit-fault' ? [`${check.id} breaks on the stage before: ${reason}`] : [];
}

/**
 * Lessons of which no check failed, and those that are said to be so and are not.
 * @param silent the reason by lesson
 */
export function silenceRemarks(
  results: readonly Result[],
  silent: Readonly<Record<string, string>>,
): string[] {
  const failures = results.filter(({ state }) => state === 'fail');
  const lessons = [...new Set(results.map(({ check }) => check.lesson!))];
  return lessons.flatMap((lesson) => {
    const failed = failures.find(({ check }) => check.lesson === lesson);
    if (failed !== undefined && lesson in silent)
      return `${lesson} is said to be silent, and fails ${failed.check.id}`;
    if (failed !== undefined || lesson in silent) return [];
    return `${lesson} asks for nothing that the stage before lacks`;
  });
}

import { stages } from '../../catalog/stages.ts';
import { startCheck } from '../../checker/start-check.ts';
import { loadChecks } from '../check-index.ts';
import { loadMistakes } from '../mistakes.ts';

/** Remarks on checks that catch no mistake, on mistakes without a check, and on ids that repeat. */
export async function orphanRemarks(stageNumber: number): Promise<string[]> {
  const checks = (await loadChecks(stageNumber)).filter(({ from }) => from === stageNumber);
  const everyStage = await Promise.all(stages.map(({ number }) => loadChecks(number)));
  const everyId = new Set([startCheck, ...everyStage.flat()].map(({ id }) => id));
  const mistakes = loadMistakes();
  const caught = new Set(mistakes.map(({ check }) => check));
  return [
    ...checks.filter(({ id }) => !caught.has(id)).map(({ id }) => `${id} catches no mistake`),
    ...mistakes
      .filter(({ check }) => !everyId.has(check))
      .map(({ id, check }) => `${id} names ${check}, which is no check`),
    ...repeated([...checks, ...mistakes].map(({ id }) => id)).map((id) => `${id} names two things`),
  ];
}

function repeated(ids: readonly string[]): string[] {
  return ids.filter((id, at) => ids.indexOf(id) !== at);
}

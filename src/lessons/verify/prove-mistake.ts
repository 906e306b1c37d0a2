import type { PlacedCheck } from '../../checker/check.ts';
import type { Files } from '../../scaffold/render.ts';
import { introducedAt, type Mistake } from '../mistakes.ts';
import { missingOccasion, plantMistake } from '../plant.ts';
import { askProject, rootFailure } from './ask.ts';
import { goldenMessage } from './message.ts';
import { unfit, well, wrong, type Outcome, type Proof } from './proof.ts';
import type { StageUnderProof } from './stage-under-proof.ts';
import { withWork } from './work.ts';
import { withProject } from './workspace.ts';

const readByNoService = /^(?:Dockerfile$|\.dockerignore$|compose\.yaml$|\.github\/)/;

/**
 * A mistake that the stage introduces applies exactly once, and the first failure of all that a
 * project of this stage is asked, in the order of the report, is the check that it names.
 */
export function mistakeProof(proven: StageUnderProof, mistake: Mistake): Proof {
  const prove = async () => whyUnfit(proven, mistake) ?? (await proveCaught(proven, mistake));
  return { id: mistake.id, mistake, prove };
}

/**
 * Mistakes of earlier stages still apply to this one's solution. They are not asked again: the
 * checks that catch them are the same.
 */
export function earlierMistakesProof(proven: StageUnderProof, mistakes: readonly Mistake[]): Proof {
  const earlier = mistakes.filter(({ stage }) => introducedAt(stage) < proven.stage.number);
  const prove = async () => {
    const fitting = earlier.filter((mistake) => whyUnfit(proven, mistake) === null);
    const remarks = fitting.flatMap((mistake) => planted(proven, mistake).remark ?? []);
    return remarks.length === 0 ? well() : wrong(remarks.join('\n'));
  };
  return { id: 'earlier-mistakes', mistake: null, prove };
}

function whyUnfit({ workspace }: StageUnderProof, mistake: Mistake): Outcome | null {
  const { stack, resource } = workspace.plan;
  const reason = mistake.impossible?.[stack.id] ?? missingOccasion(mistake, resource);
  return reason === null ? null : unfit(reason);
}

async function proveCaught(proven: StageUnderProof, mistake: Mistake): Promise<Outcome> {
  const { context, workspace, settings } = proven;
  const { files, remark } = planted(proven, mistake);
  if (files === null) return wrong(remark);
  const checks = checksToAsk(proven, mistake).filter(canFail(proven, files));
  const root = await withProject(workspace, files, async (folder) =>
    rootFailure(await askProject(context, folder, checks, { seed: settings.seed, bail: true })),
  );
  if (root === null) return wrong('is not noticed by any check');
  const message = goldenMessage(root);
  if (root.check.id === mistake.check) return well(message);
  return wrong(`is to be caught by ${mistake.check}, and the root is:\n${message}`);
}

function checksToAsk({ checks, stage, settings }: StageUnderProof, mistake: Mistake) {
  if (settings.asked === 'everything') return checks;
  return checks.filter(({ id, from }) => from === stage.number || id === mistake.check);
}

/**
 * What only Docker and the build server read is out of sight of checks that ask a service, and
 * where tests are as they were, what they do to a database is, too.
 */
function canFail({ workspace }: StageUnderProof, files: Files): (check: PlacedCheck) => boolean {
  const changed = [...files].filter(([path, text]) => workspace.solution.get(path) !== text);
  const isOutOfSight = changed.every(([path]) => readByNoService.test(path));
  const isOfTests = changed.some(([path]) => /^tests?\//.test(path));
  return ({ needs = [] }) => {
    if (isOutOfSight) return needs.includes('project') && !needs.includes('start');
    return isOfTests || !needs.includes('tests');
  };
}

function planted({ workspace }: StageUnderProof, mistake: Mistake) {
  try {
    const files = plantMistake(mistake, workspace.plan, withWork(workspace.solution, mistake));
    return { files, remark: null };
  } catch (error) {
    return { files: null, remark: (error as Error).message };
  }
}

import type { PlacedCheck } from '../../checker/check.ts';
import { askProject, rootFailure } from './ask.ts';
import { goldenMessage } from './message.ts';
import { well, wrong, type Proof } from './proof.ts';
import type { StageUnderProof } from './stage-under-proof.ts';
import { withProject } from './workspace.ts';

/** The solution passes these checks. */
export function solutionProof(proven: StageUnderProof, checks: readonly PlacedCheck[]): Proof {
  const { context, workspace, settings } = proven;
  const prove = () =>
    withProject(workspace, workspace.solution, async (folder) => {
      const asked = await askProject(context, folder, checks, { seed: settings.seed, bail: false });
      const root = rootFailure(asked);
      if (root === null) return well();
      return wrong(`fails ${root.check.id}: ${root.reason ?? goldenMessage(root)}`);
    });
  return { id: 'solution', mistake: null, prove };
}

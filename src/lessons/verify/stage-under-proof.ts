import type { Stack } from '../../catalog/stacks.ts';
import type { Stage } from '../../catalog/stages.ts';
import type { PlacedCheck } from '../../checker/check.ts';
import type { Context } from '../../context.ts';
import type { Kit } from '../../scaffold/plan.ts';
import { loadChecks } from '../check-index.ts';
import { prepareWorkspace, type Workspace } from './workspace.ts';

/** What proofs need of the world. */
export type ProofContext = Pick<Context, 'run' | 'env' | 'signal' | 'now'>;

/** What is to be proven, and with which values. */
export interface ProofSettings {
  readonly stack: Stack;
  /** Schema of the resource that the solutions serve. */
  readonly schema: object;
  readonly seed: number;
  /**
   * What a mistake is asked: everything up to its stage, or what its stage adds, where everything
   * was asked of it with another resource.
   */
  readonly asked: 'everything' | 'own-stage';
}

/** A stage with all that its proofs share: none of them changes it. */
export interface StageUnderProof {
  readonly stage: Stage;
  readonly settings: ProofSettings;
  readonly workspace: Workspace;
  /** All that a project of the stage is asked, in the order of the report. */
  readonly checks: readonly PlacedCheck[];
  readonly context: ProofContext;
  readonly kit: Kit;
}

/** Renders and installs the solution of a stage. */
export async function prepareStage(
  context: ProofContext,
  stage: Stage,
  settings: ProofSettings,
  kit: Kit,
): Promise<StageUnderProof> {
  const workspace = await prepareWorkspace(context, { ...settings, stage }, kit);
  const checks = await loadChecks(stage.number);
  return { stage, settings, workspace, checks, context, kit };
}

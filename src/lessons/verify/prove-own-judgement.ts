import { DataSupply } from '../../checker/service/data.ts';
import type { Target } from '../../checker/target.ts';
import type { Files } from '../../scaffold/render.ts';
import { targetOfProject } from '../check-target.ts';
import { loadDecoys } from '../drill/decoys.ts';
import { tryToPlant } from '../plant.ts';
import { well, wrong, type Outcome, type Proof } from './proof.ts';
import type { ProofContext, StageUnderProof } from './stage-under-proof.ts';
import { withProject } from './workspace.ts';

/** The solution stands before its own judgement: formatter, linter, types and tests. */
export function ownJudgementProof({ context, workspace }: StageUnderProof): Proof {
  const prove = () =>
    withProject(workspace, workspace.solution, (folder) =>
      judge(context, targetOfProject(folder, context.env)),
    );
  return { id: 'own-judgement', mistake: null, prove };
}

/** The solution stands before it, too, with every change that drills take for harmless. */
export function harmlessChangesProof({ context, workspace }: StageUnderProof): Proof {
  const { plan, solution } = workspace;
  const changed = loadDecoys().reduce<Files>(
    (files, decoy) => tryToPlant(decoy, plan, files) ?? files,
    solution,
  );
  const prove = () =>
    withProject(workspace, changed, (folder) =>
      judge(context, targetOfProject(folder, context.env)),
    );
  return { id: 'harmless-changes', mistake: null, prove };
}

async function judge({ run, signal }: ProofContext, target: Target): Promise<Outcome> {
  const { commands, cwd, env } = target.launch!;
  const supply = new DataSupply(target, signal);
  const data = await supply.unmigrated();
  try {
    // On the stand-in of a server the tests bring their own.
    const isServer = (await supply.whyNoServer()) === null;
    const database = isServer ? { TEST_DATABASE_URL: data.settings['DATABASE_URL'] } : {};
    const options = { cwd, env: { ...env, NO_COLOR: '1', ...database }, signal };
    const { exitCode, output } = await run(commands['verify']!, options);
    return exitCode === 0 ? well() : wrong(`ended with exit code ${exitCode}:\n${output}`);
  } finally {
    await data.remove();
    await supply.close();
  }
}

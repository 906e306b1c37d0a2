import { stages } from '../catalog/stages.ts';
import type { Context } from '../context.ts';
import { gatePage } from '../lessons/gate-page.ts';
import type { Learner } from '../lessons/learner/learner.ts';
import { hasLetter } from '../lessons/mail/receive-letter.ts';
import type { Kit } from '../scaffold/plan.ts';
import type { Choice } from '../system/prompt.ts';
import { mail } from './mail.ts';
import type { NextFlags } from './next.ts';
import { stepJson } from './next-report.ts';
import { upgradeProject } from './upgrade.ts';

type Way = 'letter' | 'stage' | 'stay';

/** `next` where every lesson of the stage is behind: the gate, and the ways on from it. */
export async function endStage(
  learner: Learner,
  { yes, anyway = false, json = false }: NextFlags,
  context: Context,
  kit: Kit,
): Promise<number> {
  if (yes) return upgradeProject({ install: true, anyway, json }, context, kit);
  context.out.print(json ? stepJson(null, null) : gatePage(learner.plan, context));
  return json ? 0 : offerWays(learner, context, kit);
}

/** Asks which way to go, where somebody sits at a terminal. The commands are named above. */
export async function offerWays(learner: Learner, context: Context, kit: Kit): Promise<number> {
  if (context.prompt === null) return 0;
  const prompt = await context.prompt();
  const ways = waysOn(learner);
  const way = await prompt.select<Way>('Where to?', ways, ways[0]!.value);
  if (way === 'letter') return mail({}, context, kit);
  return way === 'stage' ? upgradeProject({ install: true }, context, kit) : 0;
}

/** The letter comes first, as long as it was not read. */
function waysOn({ project }: Learner): Choice<Way>[] {
  const stage = stages[project.stage.number];
  const onwards =
    stage === undefined
      ? []
      : [{ value: 'stage', label: `Stage ${stage.number}: ${stage.title}` } as const];
  const letter = { value: 'letter', label: "The customer's letter" } as const;
  const ways = hasLetter(project) ? [...onwards, letter] : [letter, ...onwards];
  return [...ways, { value: 'stay', label: 'Nowhere yet' }];
}

import { findStack, stacks, type Stack } from '../../catalog/stacks.ts';
import { findStage, stages, type Stage } from '../../catalog/stages.ts';
import { UserError } from '../../errors.ts';
import { suggest } from '../../system/suggest.ts';
import type { Interview } from '../interview.ts';

export async function answerStack(interview: Interview): Promise<Stack> {
  const { stack } = interview.flags;
  if (stack !== undefined) return requireStack(stack);
  const choices = stacks.map((value) => ({ value, label: value.title }));
  return interview.choose('Which stack?', '--stack', choices, ({ id }) => id);
}

/** Who learns begins with the first stage, unasked, but for what a flag says. */
export async function answerStage(interview: Interview): Promise<Stage> {
  const { stage, learn } = interview.flags;
  if (stage !== undefined) return requireStage(stage);
  if (learn) return stages[0]!;
  const choices = stages.map((value) => ({
    value,
    label: `${value.number} ${value.title}: ${value.teaches}`,
  }));
  return interview.choose('Which stage of the roadmap?', '--stage', choices, ({ id }) => id);
}

/** @throws UserError that lists what there is */
export function requireStack(id: string): Stack {
  const stack = findStack(id);
  if (stack !== undefined) return stack;
  const ids = stacks.map((known) => known.id);
  throw new UserError(
    `There is no stack "${id}".`,
    `${suggest(id, ids)}There is ${ids.join(', ')}.`,
  );
}

/** @throws UserError that lists what there is */
export function requireStage(id: string): Stage {
  const stage = findStage(id);
  if (stage !== undefined) return stage;
  const ids = stages.map((known) => known.id);
  throw new UserError(
    `There is no stage "${id}".`,
    `${suggest(id, ids)}There are ${ids.join(', ')}.`,
  );
}

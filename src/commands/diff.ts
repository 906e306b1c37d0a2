import { stacks } from '../catalog/stacks.ts';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import type { Kit } from '../scaffold/plan.ts';
import { requireStack, requireStage } from '../scaffold/questions/roadmap.ts';
import { samplePlan } from '../scaffold/sample-plan.ts';
import { diffStages } from '../scaffold/stage-diff.ts';
import { loadTemplates } from '../scaffold/template-set.ts';
import { diffText, statText } from './diff-report.ts';

/** What was said beside the two stages. */
export interface DiffOptions {
  readonly stack?: string;
  readonly resource?: string;
  readonly stat?: boolean;
}

/** `create-backend diff <from> <to>`: what the stages in between change, and why. */
export function diff(
  from: string,
  to: string,
  options: DiffOptions,
  { cwd, out }: Pick<Context, 'cwd' | 'out'>,
  kit: Kit,
): number {
  const [earlier, later] = [requireStage(from), requireStage(to)];
  if (earlier.number >= later.number) {
    const message = `${later.id} does not come after ${earlier.id}.`;
    throw new UserError(message, 'Name the earlier one first.');
  }
  const stack = options.stack === undefined ? stacks[0]! : requireStack(options.stack);
  const templates = loadTemplates(stack.id, later);
  const plan = samplePlan({ stack, stage: later, resource: options.resource ?? 'tasks' }, cwd, kit);
  const diffs = diffStages(plan, earlier, templates);
  const text = options.stat
    ? statText(diffs, out.style)
    : diffText(diffs, templates.slice(earlier.number), out.style);
  out.print(text);
  return 0;
}

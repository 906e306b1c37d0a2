import type { Context } from '../context.ts';
import type { Plan } from '../scaffold/plan.ts';
import { pageOf } from './lesson-page.ts';
import { loadStageLessons } from './load-lessons.ts';
import { stageFolder, stages } from '../catalog/stages.ts';

/** What a learner finds at the end of a stage: its gate, and the ways on. */
export function gatePage(plan: Plan, context: Pick<Context, 'out' | 'env'>): string {
  const { stage, kit } = plan;
  const { gate } = loadStageLessons(stage);
  const { bold } = context.out.style;
  const place = { stage: stageFolder(stage) };
  const walls =
    gate === null ? [] : ['', bold(gate.title), '', pageOf(place, gate.body, plan, context)];
  return [
    `${context.out.symbols.done} ${bold(`Every lesson of stage ${stage.number} (${stage.id}) is behind you.`)}`,
    ...walls,
    '',
    bold('Next'),
    `  ${kit.command} mail     a customer wants something that no lesson has shown`,
    ...(stages.at(-1) === stage
      ? [`  ${kit.command} drill    something breaks, and you find out what`]
      : [`  ${kit.command} upgrade  takes your project to the next stage`]),
  ].join('\n');
}

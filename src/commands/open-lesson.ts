import type { Context } from '../context.ts';
import { lessonAtHand, meetLearner } from '../lessons/learner/learner.ts';
import { requireLesson, stageOf } from '../lessons/load-lessons.ts';
import { requireProject } from '../project/read-state.ts';
import type { Kit } from '../scaffold/plan.ts';
import { servedLinks } from '../site/links.ts';
import { serveSite } from '../site/served/server.ts';
import { openBrowser } from '../system/browser.ts';
import { readWholeNumber } from '../system/whole-number.ts';

/** What can be said on the command line beside the lesson. */
export interface OpenFlags {
  readonly open?: boolean;
  readonly port?: string;
}

const HIGHEST_PORT = 65_535;

/** `lesson --open`: serves the pages of the project until Ctrl-C, and opens the lesson's. */
export async function openLesson(
  name: string | undefined,
  { port }: OpenFlags,
  context: Context,
  kit: Kit,
): Promise<number> {
  const path = await pathOf(name, context, kit);
  const server = await serveSite(context, kit, readWholeNumber(port, 'port', HIGHEST_PORT) ?? 0);
  const address = server.address(path);
  context.out.print(address);
  context.out.say('The pages are yours alone: the address holds a key. Ctrl-C ends them.');
  if (context.keys !== null) openBrowser(address, context);
  await new Promise((resolve) => context.signal.addEventListener('abort', resolve));
  await server.close();
  return 0;
}

async function pathOf(name: string | undefined, context: Context, kit: Kit): Promise<string> {
  const { stage, open } = requireProject(context.cwd);
  if (name === undefined && open.length === 0) return servedLinks.map;
  const lesson =
    name === undefined ? lessonAtHand(await meetLearner(context, kit)) : requireLesson(name, stage);
  return lesson === null ? servedLinks.gate(stage) : servedLinks.lesson(stageOf(lesson), lesson.id);
}

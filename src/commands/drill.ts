import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { randomFrom } from '../checker/values/random.ts';
import { chooseDrill, drillable } from '../lessons/drill/choose-drill.ts';
import { keepDrills, readDrills, type Drill } from '../lessons/drill/drill.ts';
import { takeBack } from '../lessons/drill/end-drill.ts';
import { isOver, judgeDrill } from '../lessons/drill/judge-drill.ts';
import { plantDrill } from '../lessons/drill/plant-drill.ts';
import { requireCleanTree } from '../lessons/drill/require-clean-tree.ts';
import { requireProject } from '../project/read-state.ts';
import { planOfProject } from '../scaffold/plan-of-project.ts';
import type { Kit } from '../scaffold/plan.ts';
import { readWholeNumber } from '../system/whole-number.ts';
import { assignment, resolution, showJudgement } from './drill-report.ts';

/** What can be said on the command line of `drill start`. */
export interface DrillFlags {
  readonly seed?: string;
}

const MAX_SEED = 2 ** 31 - 1;
const MAX_NUMBER = 1000;

/** `drill start`: plants a mistake, and tells what users report. */
export async function startDrill(
  number: string | undefined,
  flags: DrillFlags,
  context: Context,
  kit: Kit,
): Promise<number> {
  const project = requireProject(context.cwd);
  const drills = readDrills(project.folder);
  if (drills.current !== null) throw underWay(drills.current);
  await requireCleanTree(context, project);
  const seed =
    readWholeNumber(flags.seed, 'seed', MAX_SEED) ?? Math.floor(Math.random() * MAX_SEED);
  const random = randomFrom(seed, 'drill');
  const wanted = readWholeNumber(number, 'number', MAX_NUMBER) ?? undefined;
  const mistake = chooseDrill(drillable(project), drills, random, wanted);
  const current = await plantDrill(context, project, planOfProject(project, kit), mistake, random);
  keepDrills(project.folder, { ...drills, current });
  for (const line of assignment(current, context, kit)) context.out.print(line);
  return 0;
}

/** `drill status`: whether the mistake is mended, and a new test would have caught it. */
export async function drillStatus(context: Context, kit: Kit): Promise<number> {
  const project = requireProject(context.cwd);
  const drills = readDrills(project.folder);
  const { current } = drills;
  if (current === null) throw noDrill();
  const judgement = await judgeDrill(context, project, current);
  showJudgement(judgement, current, context, kit);
  if (!isOver(judgement)) return 1;
  keepDrills(project.folder, { ...drills, current: null, done: [...drills.done, current.mistake] });
  for (const line of resolution(current, context)) context.out.print(line);
  return 0;
}

/** `drill give-up`: tells what it was, and takes it out. */
export async function giveUpDrill(context: Context): Promise<number> {
  const project = requireProject(context.cwd);
  const drills = readDrills(project.folder);
  const { current } = drills;
  if (current === null) throw noDrill();
  await takeBack(context, project, current);
  const givenUp = [...drills.givenUp, current.mistake];
  keepDrills(project.folder, { ...drills, current: null, givenUp });
  for (const line of resolution(current, context)) context.out.print(line);
  context.out.say(`It is taken out again. What it looked like: git show ${shortOf(current)}`);
  return 0;
}

/** `drill list`: what users would report of each drill that fits the project. */
export function listDrills(context: Context): number {
  const project = requireProject(context.cwd);
  const { done, givenUp } = readDrills(project.folder);
  const { style, symbols } = context.out;
  const width = String(drillable(project).length).length;
  drillable(project).forEach(({ id, symptom }, at) => {
    const mark = done.includes(id) ? symbols.done : givenUp.includes(id) ? symbols.dash : ' ';
    context.out.print(`${mark} ${style.dim(String(at + 1).padStart(width))}  ${symptom}`);
  });
  return 0;
}

function underWay({ symptom }: Drill): UserError {
  return new UserError(
    `A drill is under way: "${symptom}"`,
    'See how far it is: drill status. Or end it: drill give-up',
  );
}

function noDrill(): UserError {
  return new UserError('No drill is under way.', 'Begin one: drill start');
}

function shortOf({ broken }: Drill): string {
  return broken.slice(0, 10);
}

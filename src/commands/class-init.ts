import { join, relative, resolve } from 'node:path';
import { findStage, stages, type Stage } from '../catalog/stages.ts';
import { beginCourse } from '../classroom/course/begin-course.ts';
import { isTimeZone } from '../classroom/course/zoned-time.ts';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { Interview } from '../scaffold/interview.ts';
import type { Kit } from '../scaffold/plan.ts';
import { resourceOf } from '../scaffold/questions/resource.ts';

/** What can be said on the command line of `class init`. */
export interface ClassInitFlags {
  readonly title?: string;
  readonly timeZone?: string;
  readonly stage?: string;
  readonly resources?: string;
  readonly yes?: boolean;
}

const TITLE = 'Backend development';
const RESOURCES = 'tasks,notes,books';

/** `class init [directory]`: a commented course.yaml and a sample roster that work at once. */
export async function classInit(
  directory: string | undefined,
  flags: ClassInitFlags,
  context: Context,
  kit: Kit,
): Promise<number> {
  const folder = resolve(context.cwd, directory ?? '.');
  const interview = new Interview({ yes: flags.yes === true }, context.prompt);
  const course = {
    title: await askTitle(flags, interview),
    timeZone: await askTimeZone(flags, interview),
    stage: await askStage(flags, interview),
    resources: readResources(flags.resources ?? RESOURCES, folder),
    kit: kit.version,
  };
  refuseMissing(interview, kit);
  const files = beginCourse(folder, course, Date.now());
  const { print, symbols } = context.out;
  const shown = relative(context.cwd, folder);
  for (const file of files) print(`${symbols.done} ${join(shown, file)}`);
  print(
    [
      '',
      'Next',
      ...(shown === '' ? [] : [`  cd ${shown}`]),
      '  put your students into roster.csv, and read course.yaml once',
      `  ${kit.command} class preview    what students will see, and whether it can be done`,
      `  ${kit.command} class generate   their repositories`,
    ].join('\n'),
  );
  return 0;
}

async function askTitle({ title }: ClassInitFlags, interview: Interview): Promise<string> {
  if (title !== undefined) return requireTitle(title);
  return interview.settle({
    flag: '--title',
    example: `--title "${TITLE}"`,
    otherwise: TITLE,
    ask: (prompt) => prompt.text('What is the course called?', TITLE, refuseTitle),
  });
}

async function askTimeZone({ timeZone }: ClassInitFlags, interview: Interview): Promise<string> {
  const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (timeZone === undefined) {
    return interview.settle({
      flag: '--time-zone',
      example: `--time-zone ${own}`,
      otherwise: own,
      ask: (prompt) => prompt.text('In which time zone are its due dates?', own, refuseTimeZone),
    });
  }
  const reason = refuseTimeZone(timeZone);
  if (reason !== null) throw new UserError(`${reason}.`);
  return timeZone;
}

async function askStage({ stage }: ClassInitFlags, interview: Interview): Promise<Stage> {
  if (stage === undefined) {
    const choices = stages.map((value) => ({
      value,
      label: `${value.number} ${value.title}: ${value.teaches}`,
    }));
    const question = 'At which stage is the first assignment?';
    return interview.choose(question, '--stage', choices, ({ id }) => id);
  }
  const found = findStage(stage);
  if (found !== undefined) return found;
  const known = stages.map(({ id }) => id).join(', ');
  throw new UserError(`"${stage}" is no stage.`, `Stages: ${known}`);
}

function refuseTimeZone(name: string): string | null {
  return isTimeZone(name) ? null : `"${name}" is no time zone; one is Europe/Madrid, or UTC`;
}

function readResources(text: string, folder: string): string[] {
  const names = text.split(',').map((name) => name.trim());
  for (const name of names) resourceOf(name, folder);
  return names;
}

function refuseTitle(title: string): string | null {
  return /^[^\p{Cc}]+$/u.test(title) ? null : 'it must be one line of text';
}

function requireTitle(title: string): string {
  const reason = refuseTitle(title);
  if (reason !== null) throw new UserError(`A title cannot be like that: ${reason}.`);
  return title;
}

function refuseMissing({ missing }: Interview, kit: Kit): void {
  if (missing.length === 0) return;
  const flags = missing.map(({ flag }) => flag).join(', ');
  const examples = missing.map(({ example }) => example).join(' ');
  throw new UserError(
    `Nobody is here to answer, and these are not said: ${flags}.`,
    `For example: ${kit.command} class init ${examples}, or --yes for the defaults`,
  );
}

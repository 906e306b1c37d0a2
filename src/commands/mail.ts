import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { receiveLetter } from '../lessons/mail/receive-letter.ts';
import { lookOf } from '../lessons/lesson-page.ts';
import { renderPage } from '../lessons/page/page.ts';
import { readProgress } from '../lessons/learner/progress.ts';
import { requireProject, type KnownProject } from '../project/read-state.ts';
import { STATE_FILE } from '../project/state.ts';
import { planOfProject } from '../scaffold/plan-of-project.ts';
import type { Kit } from '../scaffold/plan.ts';
import { readWholeNumber } from '../system/whole-number.ts';

/** What can be said on the command line of `mail`. */
export interface MailFlags {
  readonly seed?: string;
  readonly anyway?: boolean;
  readonly json?: boolean;
}

const MAX_SEED = 2 ** 31 - 1;

/** `create-backend mail`: the letter of the stage, which changes what the project is to serve. */
export async function mail(flags: MailFlags, context: Context, kit: Kit): Promise<number> {
  const project = requireProject(context.cwd);
  if (flags.anyway !== true) refuseTooEarly(project);
  const seed =
    readWholeNumber(flags.seed, 'seed', MAX_SEED) ?? Math.floor(Math.random() * MAX_SEED);
  const plan = planOfProject(project, kit);
  const letter = await receiveLetter(context, project, plan, seed);
  if (flags.json === true) {
    context.out.print(JSON.stringify(letter, null, 2));
    return 0;
  }
  context.out.print(renderPage(letter.text, lookOf(plan, context)));
  for (const line of remarks(letter, kit)) context.out.say(line);
  return 0;
}

function refuseTooEarly({ folder, stage, open }: KnownProject): void {
  const current = open.length === 0 ? null : readProgress(folder)?.current;
  if (current == null) return;
  throw new UserError(
    `The letter comes when the lessons of ${stage.id} are done; you are at ${current}.`,
    'Go on with that one, or read the letter now: mail --anyway',
  );
}

function remarks({ path, isNew, commit }: Awaited<ReturnType<typeof receiveLetter>>, kit: Kit) {
  if (!isNew) return [`It lies in ${path}; ${kit.command} check asks for what it wants.`];
  const kept = commit === null ? '' : ` (commit ${commit})`;
  return [
    `It lies in ${path}, and ${STATE_FILE} describes what is wanted${kept}.`,
    'No lesson shows how, and there is no solution: this one is yours.',
    `Whether it is right: ${kit.command} check`,
  ];
}

import type { Context } from '../context.ts';
import { tellDiary, type ToldEntry } from '../lessons/diary/tell-diary.ts';
import { requireProject } from '../project/read-state.ts';
import type { Kit } from '../scaffold/plan.ts';

/** What can be said on the command line of `diary`. */
export interface DiaryFlags {
  readonly json?: boolean;
}

/** `create-backend diary`: what went wrong so far, its story, and the commit that mended it. */
export async function diary(flags: DiaryFlags, context: Context, kit: Kit): Promise<number> {
  const project = requireProject(context.cwd);
  const entries = await tellDiary(context, project.folder);
  if (flags.json === true) context.out.print(JSON.stringify(entries, null, 2));
  else if (entries.length === 0) {
    context.out.say(`Nothing went wrong yet, or nothing was checked: ${kit.command} check`);
  } else context.out.print(entries.map((entry) => entryText(entry, context)).join('\n\n'));
  return 0;
}

function entryText(entry: ToldEntry, { out }: Context): string {
  const { style, symbols } = out;
  const { title, check, met, mended, commit, story, returns } = entry;
  const mark = mended === null ? style.red(symbols.failed) : style.green(symbols.done);
  const end =
    mended === null ? 'not mended yet' : `mended ${mended.time.slice(0, 10)}${by(commit)}`;
  const often = returns === 0 ? '' : `, came back ${returns === 1 ? 'once' : `${returns} times`}`;
  return [
    `${mark} ${style.bold(title)}`,
    `  ${style.dim(`${check}, met ${met.slice(0, 10)}${often}, ${end}`)}`,
    ...(story === null ? [] : [`  It happened to others: ${story}`]),
  ].join('\n');
}

function by(commit: string | null): string {
  return commit === null ? ', in what is not committed yet' : ` by ${commit}`;
}

import type { Context } from '../context.ts';
import { readDiary, type DiaryEntry } from '../lessons/diary/diary.ts';
import { mendingCommit } from '../lessons/diary/mending-commit.ts';
import { loadMistakes } from '../lessons/mistakes.ts';
import { requireProject, type KnownProject } from '../project/read-state.ts';
import type { Kit } from '../scaffold/plan.ts';

/** What can be said on the command line of `diary`. */
export interface DiaryFlags {
  readonly json?: boolean;
}

/** An entry with what is known besides. */
interface ToldEntry extends DiaryEntry {
  /** What went wrong once, where the same check would have told. */
  readonly story: string | null;
  /** Short name and subject of the commit that mended it; null where there is none. */
  readonly commit: string | null;
}

/** `create-backend diary`: what went wrong so far, its story, and the commit that mended it. */
export async function diary(flags: DiaryFlags, context: Context, kit: Kit): Promise<number> {
  const project = requireProject(context.cwd);
  const entries = await tellAll(project, context);
  if (flags.json === true) context.out.print(JSON.stringify(entries, null, 2));
  else if (entries.length === 0) {
    context.out.say(`Nothing went wrong yet, or nothing was checked: ${kit.command} check`);
  } else context.out.print(entries.map((entry) => entryText(entry, context)).join('\n\n'));
  return 0;
}

async function tellAll(project: KnownProject, context: Context): Promise<ToldEntry[]> {
  const mistakes = loadMistakes();
  const told: ToldEntry[] = [];
  for (const entry of readDiary(project.folder)) {
    const story = mistakes.find(({ check }) => check === entry.check)?.story ?? null;
    const { mended } = entry;
    const commit = mended === null ? null : await mendingCommit(context, project.folder, mended);
    told.push({ ...entry, story, commit });
  }
  return told;
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

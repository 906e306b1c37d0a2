import type { Result } from '../../checker/result.ts';
import { Git, type GitContext } from '../../project/git.ts';
import { keepDiary, readDiary, type Diary, type DiaryEntry, type Mending } from './diary.ts';

/** Writes into the diary what a run of checks has found: what is wrong, and what no longer is. */
export async function noteResults(
  context: GitContext,
  project: string,
  results: readonly Result[],
): Promise<void> {
  const diary = readDiary(project);
  const time = new Date().toISOString();
  const state = { time, ...(await stateOf(context, project)) };
  const noted = withFailure(withMended(diary, results, state), results, time);
  if (JSON.stringify(noted) !== JSON.stringify(diary)) keepDiary(project, noted);
}

/** Of several failures the first is noted: it is what the person saw, and often what caused the rest. */
export function withFailure(diary: Diary, results: readonly Result[], time: string): Diary {
  const failure = results.find(({ state }) => state === 'fail');
  if (failure === undefined) return diary;
  const { check, title } = failure;
  const known = diary.find((entry) => entry.check === check.id);
  if (known === undefined) {
    return [...diary, { check: check.id, title, met: time, returns: 0, mended: null }];
  }
  return diary.map((entry) => (entry === known ? reopened(entry) : entry));
}

/** Entries whose checks pass are mended, unless they were before. */
export function withMended(diary: Diary, results: readonly Result[], mended: Mending): Diary {
  const passed = new Set(
    results.filter(({ state }) => state === 'pass').map(({ check }) => check.id),
  );
  return diary.map((entry) =>
    entry.mended === null && passed.has(entry.check) ? { ...entry, mended } : entry,
  );
}

function reopened(entry: DiaryEntry): DiaryEntry {
  return entry.mended === null ? entry : { ...entry, returns: entry.returns + 1, mended: null };
}

async function stateOf(context: GitContext, project: string): Promise<Omit<Mending, 'time'>> {
  const git = new Git(context, project);
  const head = await git.try('rev-parse', 'HEAD');
  if (head.exitCode !== 0) return { head: null, isUncommitted: true };
  const changes = await git.read('status', '--porcelain');
  return { head: head.stdout.trim(), isUncommitted: changes !== '' };
}

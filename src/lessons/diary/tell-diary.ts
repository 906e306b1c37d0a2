import type { GitContext } from '../../project/git.ts';
import { loadMistakes } from '../mistakes.ts';
import { readDiary, type DiaryEntry } from './diary.ts';
import { mendingCommit } from './mending-commit.ts';

/** An entry with what is known besides. */
export interface ToldEntry extends DiaryEntry {
  /** What went wrong once, where the same check would have told. */
  readonly story: string | null;
  /** Short name and subject of the commit that mended it; null where there is none. */
  readonly commit: string | null;
}

/** The diary of a project, each entry with its story and the commit that mended it. */
export async function tellDiary(context: GitContext, project: string): Promise<ToldEntry[]> {
  const mistakes = loadMistakes();
  const told: ToldEntry[] = [];
  for (const entry of readDiary(project)) {
    const story = mistakes.find(({ check }) => check === entry.check)?.story ?? null;
    const { mended } = entry;
    const commit = mended === null ? null : await mendingCommit(context, project, mended);
    told.push({ ...entry, story, commit });
  }
  return told;
}

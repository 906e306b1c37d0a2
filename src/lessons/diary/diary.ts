import { keepPrivate, readPrivate } from '../../project/private-file.ts';

/** When and where something that went wrong was right again. */
export interface Mending {
  /** ISO 8601. */
  readonly time: string;
  /** The commit that the project stood at; null without git. */
  readonly head: string | null;
  /** Whether there was more in the project than that commit, so that the next one has the change. */
  readonly isUncommitted: boolean;
}

/** One kind of failure that was met in a project. */
export interface DiaryEntry {
  /** Id of the check. */
  readonly check: string;
  /** What the check asks, in the words of the resource. */
  readonly title: string;
  /** ISO 8601. */
  readonly met: string;
  /** How often it came back after it was mended. */
  readonly returns: number;
  /** Null while it is wrong. */
  readonly mended: Mending | null;
}

/** What went wrong in a project so far, the oldest first. */
export type Diary = readonly DiaryEntry[];

const FILE = 'diary.json';

/** The diary of a project; empty where none is kept yet. */
export function readDiary(project: string): Diary {
  const kept = readPrivate(project, FILE);
  return Array.isArray(kept) ? (kept as Diary) : [];
}

/** Keeps the diary of a project. */
export function keepDiary(project: string, diary: Diary): void {
  keepPrivate(project, FILE, diary);
}

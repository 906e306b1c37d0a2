import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makePrivateFolder, privateFolder } from '../../project/private-folder.ts';
import { readJsonFile } from '../../system/read-json.ts';

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

/** The diary of a project; empty where none is kept yet, or what is kept cannot be read. */
export function readDiary(project: string): Diary {
  const path = join(privateFolder(project), FILE);
  if (!existsSync(path)) return [];
  try {
    const kept = readJsonFile(path, FILE);
    return Array.isArray(kept) ? (kept as Diary) : [];
  } catch {
    // Half a file, or somebody's edit: a diary begins anew.
    return [];
  }
}

/** Keeps the diary: all of it or, at an interrupt, the one from before. */
export function keepDiary(project: string, diary: Diary): void {
  const path = join(makePrivateFolder(project), FILE);
  writeFileSync(`${path}.new`, `${JSON.stringify(diary, null, 2)}\n`);
  renameSync(`${path}.new`, path);
}

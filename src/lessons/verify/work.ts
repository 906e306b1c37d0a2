import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Files } from '../../scaffold/render.ts';
import { packageRoot } from '../../system/package-root.ts';

/** A commit, or the branch on which those that follow are made. */
export type Step =
  | { readonly branch: string }
  | { readonly message: string; readonly files: Readonly<Record<string, string>> };

/** What a learner does in a lesson of practice: its `work.yaml`. */
export interface Work {
  /** Text by path. */
  readonly files?: Readonly<Record<string, string>>;
  readonly steps?: readonly Step[];
  /** The line on which the sandbox's branches differ, as it is resolved. */
  readonly sign?: string;
}

const FOLDER = 'work/';

/** Where a lesson stands. */
interface Place {
  /** Folder of its stage. */
  readonly stage: string;
  /** Null for a stage's conformance set. */
  readonly lesson: string | null;
}

/** Whether a lesson has work that the kit can do in a learner's place. */
export function hasWork(place: Place): boolean {
  return existsSync(pathOf(place));
}

/**
 * The files of a solution with a lesson's work: its files, and the work itself as one more, for
 * what is no file; see {@link takeOutWork}.
 */
export function withWork(solution: Files, place: Place): Files {
  if (!hasWork(place)) return solution;
  const text = readFileSync(pathOf(place), 'utf8');
  const { files = {} } = parse(text) as Work;
  return new Map([...solution, ...Object.entries(files), [`${FOLDER}${place.lesson}.yaml`, text]]);
}

/** Parts the work of a lesson from the files that are really to be written. */
export function takeOutWork(files: Files): { files: Files; work: LessonWork | null } {
  const path = [...files.keys()].find((each) => each.startsWith(FOLDER));
  if (path === undefined) return { files, work: null };
  const others = new Map([...files].filter(([each]) => each !== path));
  const lesson = path.slice(FOLDER.length, -'.yaml'.length);
  return { files: others, work: { ...(parse(files.get(path)!) as Work), lesson } };
}

/** The work of a lesson, and whose it is. */
export interface LessonWork extends Work {
  readonly lesson: string;
}

function pathOf({ stage, lesson }: Place): string {
  return join(packageRoot(), 'lessons', stage, lesson ?? '', 'work.yaml');
}

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Course } from '../course/course.ts';
import { writeWhole } from '../grades-folder.ts';
import type { Findings } from './job.ts';

/** The folder, in that of the course, with what grading keeps for itself. */
const GRADING = '.grading';

/** What was found in a submission, and what is to be said of it. */
export interface KeptFindings {
  readonly findings: Findings;
  readonly notes: readonly string[];
}

/** What decides what is found: for an equal question there is an equal answer. */
export type Question = Readonly<Record<string, unknown>>;

/** What has been found so far; it outlives the end of a grading, whatever ends it. */
export class FindingsStore {
  readonly #folder: string;

  constructor({ folder }: Pick<Course, 'folder'>) {
    this.#folder = join(folder, GRADING);
    mkdirSync(this.#folder, { recursive: true });
    // All of it can be made again, and none of it is for the course's repository.
    writeFileSync(join(this.#folder, '.gitignore'), '*\n');
  }

  /** A folder for one kind of things. */
  place(name: string): string {
    const folder = join(this.#folder, name);
    mkdirSync(folder, { recursive: true });
    return folder;
  }

  /** What was found by a question; null where it was not asked yet. */
  find(question: Question): KeptFindings | null {
    const path = this.#pathOf(question);
    return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as KeptFindings) : null;
  }

  keep(question: Question, kept: KeptFindings): void {
    writeWhole(this.#pathOf(question), JSON.stringify(kept));
  }

  #pathOf(question: Question): string {
    const key = createHash('sha256').update(JSON.stringify(question)).digest('hex');
    return join(this.#folder, 'findings', `${key}.json`);
  }
}

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Course } from '../course/course.ts';
import { writeWhole } from '../grades-folder.ts';
import type { Findings } from './job.ts';
import { keyOfQuestion, type Question } from './question.ts';

/** The folder, in that of the course, with what grading keeps for itself. */
const GRADING = '.grading';

/** What was found in a submission, and what is to be said of it. */
export interface KeptFindings {
  readonly findings: Findings;
  readonly notes: readonly string[];
  /** When it was asked: milliseconds since 1970. */
  readonly askedAt: number;
}

/** What has been found so far; it outlives the end of a grading, whatever ends it. */
export class FindingsStore {
  readonly #folder: string;
  /** Of these alone anything is known, where all is to be found out anew. */
  #anew: Set<string> | null = null;

  /** A store that knows nothing of earlier gradings, and in which they can find what it keeps. */
  static anew(course: Pick<Course, 'folder'>): FindingsStore {
    const store = new FindingsStore(course);
    store.#anew = new Set();
    return store;
  }

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
    const isKnown = existsSync(path) && (this.#anew?.has(path) ?? true);
    return isKnown ? (JSON.parse(readFileSync(path, 'utf8')) as KeptFindings) : null;
  }

  keep(question: Question, kept: KeptFindings): void {
    const path = this.#pathOf(question);
    writeWhole(path, JSON.stringify(kept));
    this.#anew?.add(path);
  }

  #pathOf(question: Question): string {
    return join(this.#folder, 'findings', `${keyOfQuestion(question)}.json`);
  }
}

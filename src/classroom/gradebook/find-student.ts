import { UserError } from '../../errors.ts';
import type { Student } from '../course/course.ts';

/** A column of an export by which students are known, and what the roster has for it. */
export interface Key {
  readonly column: string;
  readonly idsOf: (student: Student) => readonly (string | null)[];
}

/** Finds the students of an export's rows by its columns: what the first column knows counts. */
export class StudentFinder {
  readonly #indexes: readonly { at: number; students: ReadonlyMap<string, Student> }[];

  /**
   * @param columns those of the export
   * @throws UserError where it has no column by which anybody could be found
   */
  constructor(students: readonly Student[], columns: readonly string[], keys: readonly Key[]) {
    const usable = keys.filter(({ column }) => columns.includes(column));
    if (usable.length === 0) {
      const wanted = keys.map(({ column }) => column).join(', ');
      throw new UserError(
        `The export has none of the columns by which students are found: ${wanted}.`,
        'Export it anew, with all its columns.',
      );
    }
    this.#indexes = usable.map((key) => ({
      at: columns.indexOf(key.column),
      students: indexBy(students, key),
    }));
  }

  /** The student of a row; null for a row of somebody who is not on the roster. */
  find(cells: readonly string[]): Student | null {
    for (const { at, students } of this.#indexes) {
      const found = students.get(normal(cells[at]!));
      if (found !== undefined) return found;
    }
    return null;
  }
}

/** What two students share tells neither from the other. */
function indexBy(students: readonly Student[], { idsOf }: Key): Map<string, Student> {
  const index = new Map<string, Student>();
  const shared = new Set<string>();
  for (const student of students) {
    for (const id of new Set(
      idsOf(student)
        .filter((each) => each !== null)
        .map(normal),
    )) {
      if (index.has(id)) shared.add(id);
      index.set(id, student);
    }
  }
  for (const id of ['', ...shared]) index.delete(id);
  return index;
}

function normal(id: string): string {
  return id.trim().toLowerCase();
}

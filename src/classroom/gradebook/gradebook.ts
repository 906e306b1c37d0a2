import { UserError } from '../../errors.ts';
import { parseCsv, type Table } from '../course/csv.ts';
import { Faults } from '../course/faults.ts';
import type { Mark } from './marks.ts';

/** A gradebook, ready to be written. */
export interface Gradebook {
  readonly text: string;
  /** Identifiers of students who have points, and no place in the export. */
  readonly unplaced: readonly string[];
  /** What is worth knowing, each a sentence. */
  readonly remarks: readonly string[];
  /** Reads the text back as its reader will: reasons why it would not be taken, none where it is well. */
  readonly examine: (text: string) => readonly string[];
}

/** What Canvas or Moodle exported, to be filled in. */
export interface Export {
  /** How the instructor calls the file. */
  readonly shown: string;
  readonly text: string;
}

/** An export as a table. @throws UserError where it is none */
export function readExport({ shown, text }: Export): Table {
  const faults = new Faults(shown);
  const table = parseCsv(text, faults);
  faults.refuseAny();
  return table;
}

/** Marks with points by the identifier of their student. */
export function pointsByStudent(marks: readonly Mark[]): Map<string, number> {
  return new Map(
    marks.flatMap(({ student, points }) =>
      points === null ? [] : [[student.identifier, points] as const],
    ),
  );
}

/** The place of a column in an export. @throws UserError that lists the columns there are */
export function requireColumn({ columns }: Table, names: readonly string[], shown: string): number {
  const at = columns.findIndex((column) => names.includes(column));
  if (at !== -1) return at;
  throw new UserError(
    `${shown} has no column "${names[0]}".`,
    `Its columns are ${columns.join(', ')}.`,
  );
}

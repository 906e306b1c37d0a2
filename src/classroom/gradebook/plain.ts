import { parseCsv } from '../course/csv.ts';
import { Faults } from '../course/faults.ts';
import { isFormula, writeCsv, type Cell } from './cells.ts';
import type { Gradebook } from './gradebook.ts';
import { roundPoints, type Mark } from './marks.ts';

/** A mark as programs and spreadsheets get it. */
export interface PlainMark {
  readonly identifier: string;
  readonly name: string;
  readonly email: string | null;
  readonly section: string | null;
  readonly assignment: string;
  /** `none`: it was not graded yet. */
  readonly state: 'graded' | 'missing' | 'not-graded' | 'none';
  /** Null where there is no grade; never a zero for the kit's own failure. */
  readonly points: number | null;
  readonly possible: number;
  readonly earned: number | null;
  readonly late: number | null;
  readonly adjusted: number | null;
}

/** One row for each student and assignment, for any spreadsheet. */
export function csvGradebook(marks: readonly Mark[]): Gradebook {
  const plain = marks.map(plainMark);
  const head = Object.keys(plain[0]!);
  const rows = plain.map((mark) => Object.values(mark) as Cell[]);
  return {
    // Excel takes a CSV without a mark for the code page of the country.
    text: `\uFEFF${writeCsv([head, ...rows])}`,
    unplaced: [],
    remarks: [],
    examine: (text) => examineCsv(text, head, plain),
  };
}

/** The same for programs. */
export function jsonGradebook(marks: readonly Mark[]): Gradebook {
  const plain = marks.map(plainMark);
  const text = `${JSON.stringify({ schema: 1, marks: plain }, null, 2)}\n`;
  return {
    text,
    unplaced: [],
    remarks: [],
    examine: (read) =>
      JSON.stringify(JSON.parse(read)) === JSON.stringify({ schema: 1, marks: plain })
        ? []
        : ['it is not what was written'],
  };
}

function plainMark({ student, assignment, points, grade }: Mark): PlainMark {
  const round = (of: 'earned' | 'late' | 'adjusted') =>
    grade === null || points === null ? null : roundPoints(grade.points[of]);
  return {
    identifier: student.identifier,
    name: student.name,
    email: student.email,
    section: student.section,
    assignment: assignment.id,
    state: grade?.state ?? 'none',
    points,
    possible: assignment.points,
    earned: round('earned'),
    late: round('late'),
    adjusted: round('adjusted'),
  };
}

function examineCsv(text: string, head: readonly string[], plain: readonly PlainMark[]): string[] {
  const { columns, rows } = parseCsv(text, new Faults('the gradebook'));
  if (columns.join() !== head.join()) return ['its columns are others'];
  if (rows.length !== plain.length) return [`it has ${rows.length} rows, not ${plain.length}`];
  const points = columns.indexOf('points');
  return rows.flatMap(({ cells, line }, at) => [
    ...cells.filter(isFormula).map((cell) => `line ${line}: "${cell}" would be a formula`),
    ...(cells[points] === String(plain[at]!.points ?? '') ? [] : [`line ${line}: other points`]),
  ]);
}

import { parseCsv } from '../course/csv.ts';
import { Faults } from '../course/faults.ts';
import { refuseCanvasTitle } from './canvas-titles.ts';
import { isFormula } from './cells.ts';

/** A column of an assignment that has to be there. */
interface Wanted {
  readonly title: string;
  /** Points possible. */
  readonly points: number;
}

/**
 * Reads a gradebook as Canvas does (lib/gradebook_importer.rb): which columns are about students,
 * which are dropped, and which rows are students.
 * @returns reasons why it would not be taken as it is meant
 */
export function examineCanvas(text: string, wanted: readonly Wanted[]): string[] {
  const faults = new Faults('the gradebook');
  const { columns, rows } = parseCsv(text, faults);
  const isWell = columns[0]?.includes('Student') === true && columns[1]?.includes('ID') === true;
  const hasNames = columns[0] === 'LastName' && columns[1] === 'FirstName' && columns[2] === 'ID';
  if (!isWell && !hasNames) return ['it does not begin with the columns Student and ID'];
  const section = columns.indexOf('Section');
  if (section === -1) return ['it has no column Section'];
  return [
    ...wanted.flatMap((column) => examineColumn(column, columns, section)),
    ...rows.flatMap(({ cells, line }) =>
      cells.flatMap((cell, at) => examineCell(cell, columns[at]!, wanted, line)),
    ),
  ];
}

function examineColumn({ title }: Wanted, columns: readonly string[], section: number): string[] {
  const at = columns.indexOf(title);
  if (at === -1) return [`it has no column "${title}"`];
  if (at < section) return [`"${title}" stands before Section`];
  const reason = refuseCanvasTitle(title.replace(/ \(\d+\)$/, ''));
  return reason === null ? [] : [`"${title}": ${reason}`];
}

function examineCell(
  cell: string,
  column: string,
  wanted: readonly Wanted[],
  line: number,
): string[] {
  if (isFormula(cell)) return [`line ${line}: "${cell}" would be a formula`];
  const known = wanted.find(({ title }) => title === column);
  if (known === undefined || /^(?:|EX|N\/A|-|Manual Posting.*|Muted)$/i.test(cell.trim()))
    return [];
  const isNumber = /^-?\d+(?:[.,]\d+)?$/.test(cell.trim());
  return isNumber ? [] : [`line ${line}: "${cell}" in "${column}" is no number`];
}

import { stringify } from 'csv-stringify/sync';

/** What a cell of a gradebook holds: numbers are written as they are, null as nothing. */
export type Cell = string | number | null;

/** What a spreadsheet takes for a formula, also behind spaces and in the wide forms of East Asia. */
const formula = /^\s*[=+\-@＝＋－＠].*\S/s;
const plainNumber = /^[+-]?\d+(?:[.,]\d+)?$/;

/** Whether a spreadsheet would run a text instead of showing it. */
export function isFormula(text: string): boolean {
  return (formula.test(text) && !plainNumber.test(text)) || /^[\t\r]/.test(text);
}

/** Rows as CSV after RFC 4180. What would be a formula gets an apostrophe before it, and is a text. */
export function writeCsv(rows: readonly (readonly Cell[])[]): string {
  const neutral = rows.map((row) => row.map(neutralised));
  return stringify(neutral, { record_delimiter: 'windows' });
}

function neutralised(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  return isFormula(cell) ? `'${cell}` : cell;
}

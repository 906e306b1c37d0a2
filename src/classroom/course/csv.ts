import { CsvError, parse } from 'csv-parse/sync';
import type { Faults } from './faults.ts';

/** A CSV file: what its first row calls the columns, and the rows below. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  readonly delimiter: string;
}

/** A row with as many cells as the first one, and its line in the file. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What spreadsheets put between cells, by country and program. */
const delimiters = [',', ';', '\t'];

/** Reads CSV as spreadsheets and learning management systems write it; empty lines are left out. */
export function parseCsv(text: string, faults: Faults): Table {
  const delimiter = delimiterOf(text);
  const [head, ...rest] = recordsOf(text, delimiter, faults);
  const columns = head?.cells.map((cell) => cell.trim()) ?? [];
  const rows = rest.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  for (const { line, cells } of rows.filter((row) => row.cells.length > columns.length)) {
    if (cells.slice(columns.length).some((cell) => cell !== '')) {
      faults.report(line, `there are ${cells.length} cells, and ${columns.length} columns`);
    }
  }
  const filled = rows.map(({ line, cells }) => ({
    line,
    cells: columns.map((_, at) => cells[at] ?? ''),
  }));
  return { columns, rows: filled, delimiter };
}

function recordsOf(text: string, delimiter: string, faults: Faults): Row[] {
  try {
    const options = { delimiter, bom: true, info: true, relax_column_count: true } as const;
    const records = parse(text, { ...options, skip_empty_lines: true }) as unknown as CsvRecord[];
    return records.map(({ info, record }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number((error as unknown as { lines?: number }).lines ?? 1);
    faults.report(line, `it is no CSV: ${error.message}`);
    return [];
  }
}

interface CsvRecord {
  readonly info: { readonly lines: number };
  readonly record: string[];
}

/** The one that stands most often in the first line. */
function delimiterOf(text: string): string {
  const [head = ''] = text.split('\n', 1);
  const plain = head.replaceAll(/"[^"]*"/g, '');
  const count = (delimiter: string) => plain.split(delimiter).length;
  return delimiters.toSorted((a, b) => count(b) - count(a))[0]!;
}

import type { Student } from './course.ts';
import { parseCsv, type Row } from './csv.ts';
import { Faults } from './faults.ts';
import { refuseIdentifier } from './identifiers.ts';
import { readTextFile } from './read-text.ts';
import { rosterShapes, type Cells, type RosterShape } from './roster-shapes.ts';
import { repositoryName } from './student-work.ts';

/**
 * Reads a roster: a CSV with the column `identifier` (and name, email, section, username), or what
 * Canvas or Moodle export.
 * @param shown how the instructor calls the file
 * @throws UserError with every fault and its line
 */
export function readRoster(path: string, shown: string): Student[] {
  return parseRoster(readTextFile(path, shown), shown);
}

/** The same from the file's text. */
export function parseRoster(text: string, shown: string): Student[] {
  const faults = new Faults(shown);
  const { columns, rows } = parseCsv(text, faults);
  faults.refuseAny();
  const names = columns.map((column) => column.toLowerCase());
  const shape = shapeOf(names, faults);
  const found = rows
    .map((row) => ({ row, cells: cellsOf(names, row) }))
    .filter(({ cells }) => shape?.skips(cells) === false)
    .map(({ row, cells }) => ({ line: row.line, student: shape!.read(cells) }));
  if (shape !== undefined && found.length === 0) faults.report(1, 'there are no students in it');
  refuseFaulty(found, faults);
  faults.refuseAny();
  return found.map(({ student }) => student);
}

interface Found {
  readonly line: number;
  readonly student: Student;
}

function shapeOf(names: readonly string[], faults: Faults): RosterShape | undefined {
  const twice = names.find((name, at) => name !== '' && names.indexOf(name) !== at);
  const shape = rosterShapes.find(({ needs }) =>
    needs.every((group) => group.some((name) => names.includes(name))),
  );
  if (shape === undefined) {
    const wanted = 'a column "identifier", or be an export of Canvas or Moodle in English';
    faults.report(1, `a roster must have ${wanted}; the columns are ${names.join(', ')}`);
  } else if (twice !== undefined && shape.needs.some((group) => group.includes(twice))) {
    faults.report(1, `the column "${twice}" is there twice`);
  }
  return shape;
}

function cellsOf(columns: readonly string[], { cells }: Row): Cells {
  return (...names) => {
    const texts = names.map((name) => cells[columns.indexOf(name)]?.trim());
    return texts.find((text) => text !== undefined && text !== '') ?? null;
  };
}

/** Two that differ by case alone would share a folder on many machines. */
function refuseFaulty(found: readonly Found[], faults: Faults): void {
  const lines = new Map<string, number>();
  for (const { line, student } of found) {
    const { identifier, email } = student;
    const reason = refuseIdentifier(identifier);
    if (reason !== null) faults.report(line, `the identifier "${identifier}" ${reason}`);
    const key = repositoryName(identifier).toLowerCase();
    const first = lines.get(key);
    if (first !== undefined && reason === null) {
      faults.report(line, `"${identifier}" is the same as the identifier of line ${first}`);
    }
    lines.set(key, first ?? line);
    if (email !== null && !/^[^\s@]+@[^\s@]+$/.test(email)) {
      faults.report(line, `"${email}" is no e-mail address`);
    }
    if (/\p{Cc}/u.test(student.name)) faults.report(line, 'the name has control characters');
  }
}

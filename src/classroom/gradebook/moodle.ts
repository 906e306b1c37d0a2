import { UserError } from '../../errors.ts';
import type { Course, Student } from '../course/course.ts';
import { parseCsv } from '../course/csv.ts';
import { Faults } from '../course/faults.ts';
import { isFormula, writeCsv, type Cell } from './cells.ts';
import { StudentFinder, type Key } from './find-student.ts';
import {
  pointsByStudent,
  readExport,
  requireColumn,
  type Export,
  type Gradebook,
} from './gradebook.ts';
import type { Mark } from './marks.ts';

/** What Moodle tells students by; the columns of its import and its worksheets. */
const keys: readonly Key[] = [
  { column: 'ID number', idsOf: ({ lms, identifier }) => [lms.idNumber, identifier] },
  { column: 'Username', idsOf: ({ identifier }) => [identifier] },
  { column: 'Email address', idsOf: ({ email, identifier }) => [email, identifier] },
];

/**
 * A file for Moodle's import of grades, of one assignment. Who has no grade is not in it: an empty
 * cell would take away what is there.
 */
export function moodleImport(marks: readonly Mark[], title: string): Gradebook {
  const graded = marks.filter(({ points }) => points !== null);
  const columns = importColumns(graded.map(({ student }) => student));
  const rows = graded.map(({ student, points }) => [
    ...columns.map(({ valueOf }) => valueOf(student)),
    points,
  ]);
  return {
    text: writeCsv([[...columns.map(({ name }) => name), title], ...rows]),
    unplaced: [],
    remarks: [`In Moodle map "${columns[0]!.name}" to the user, and "${title}" to the grade item.`],
    examine: (text) => examineGrades(text, columns[0]!.name, title, graded[0]!.assignment.points),
  };
}

/**
 * The worksheet of an assignment ("Download grading worksheet"), filled in. Moodle skips a grade
 * above the maximum without a word, and so that is refused here.
 */
export function moodleWorksheet(course: Course, marks: readonly Mark[], given: Export): Gradebook {
  const table = readExport(given);
  const grade = requireColumn(table, ['Grade'], given.shown);
  for (const needed of ['Identifier', 'Last modified (grade)']) {
    requireColumn(table, [needed], given.shown);
  }
  const maximum = table.columns.indexOf('Maximum Grade');
  const changeable = table.columns.indexOf('Grade can be changed');
  const finder = new StudentFinder(course.students, table.columns, keys);
  const points = pointsByStudent(marks);
  const placed = new Set<string>();
  const locked: string[] = [];
  const rows = table.rows.map(({ cells }) => {
    const own = points.get(finder.find(cells)?.identifier ?? '');
    if (own === undefined) return cells;
    const { identifier } = finder.find(cells)!;
    placed.add(identifier);
    if (cells[changeable] === 'No') {
      locked.push(identifier);
      return cells;
    }
    refuseOtherMaximum(cells[maximum], marks[0]!);
    return cells.map((cell, at): Cell => (at === grade ? own : cell));
  });
  return {
    text: writeCsv([table.columns, ...rows]),
    unplaced: [...points.keys()].filter((identifier) => !placed.has(identifier)),
    remarks: locked.map(
      (identifier) => `Moodle has locked the grade of ${identifier}; it is kept.`,
    ),
    examine: (text) => examineGrades(text, 'Identifier', 'Grade', marks[0]!.assignment.points),
  };
}

interface ImportColumn {
  readonly name: string;
  readonly valueOf: (student: Student) => Cell;
}

/** Every column that all students have a value for. @throws UserError where there is none */
function importColumns(students: readonly Student[]): ImportColumn[] {
  if (students.length === 0) {
    throw new UserError('Nobody has a grade yet.', 'Grade the submissions first: class grade');
  }
  const known: readonly ImportColumn[] = [
    { name: 'Email address', valueOf: ({ email }) => email },
    { name: 'ID number', valueOf: ({ lms }) => lms.idNumber },
    { name: 'Username', valueOf: ({ identifier }) => identifier },
  ];
  return known.filter(({ valueOf }) => students.every((student) => valueOf(student) !== null));
}

function refuseOtherMaximum(text: string | undefined, { assignment }: Mark): void {
  const maximum = Number((text ?? '').replace(',', '.'));
  if (!text || maximum === assignment.points) return;
  throw new UserError(
    `Moodle's maximum grade is ${text}, and ${assignment.id} has ${assignment.points} points.`,
    'Make them the same in either place.',
  );
}

/** Reads a gradebook as Moodle's importers do: by its columns, separated by commas. */
function examineGrades(text: string, key: string, column: string, most: number): string[] {
  const { columns, rows, delimiter } = parseCsv(text, new Faults('the gradebook'));
  if (delimiter !== ',' && columns.length > 1) return ['its cells are not separated by commas'];
  const [known, grade] = [columns.indexOf(key), columns.indexOf(column)];
  if (known === -1 || grade === -1) return [`it lacks the column "${known === -1 ? key : column}"`];
  return rows.flatMap(({ cells, line }) => [
    ...cells.filter(isFormula).map((cell) => `line ${line}: "${cell}" would be a formula`),
    ...(cells[known] === '' ? [`line ${line}: nobody is named`] : []),
    ...(isGrade(cells[grade]!, most) ? [] : [`line ${line}: "${cells[grade]}" is no grade`]),
  ]);
}

function isGrade(text: string, most: number): boolean {
  if (text === '' || text === '-') return true;
  return /^\d+(?:[.,]\d+)?$/.test(text) && Number(text.replace(',', '.')) <= most;
}

import { UserError } from '../../errors.ts';
import type { Assignment, Course, Student } from '../course/course.ts';
import type { Table } from '../course/csv.ts';
import { aboutStudents, refuseCanvasTitle } from './canvas-titles.ts';
import { writeCsv, type Cell } from './cells.ts';
import { examineCanvas } from './examine-canvas.ts';
import { StudentFinder, type Key } from './find-student.ts';
import { pointsByStudent, readExport, type Export, type Gradebook } from './gradebook.ts';
import type { Mark } from './marks.ts';

/** What Canvas tells students by, the surest first. */
const keys: readonly Key[] = [
  { column: 'ID', idsOf: ({ lms }) => [lms.canvasId] },
  { column: 'SIS User ID', idsOf: ({ lms, identifier }) => [lms.sisUserId, identifier] },
  {
    column: 'SIS Login ID',
    idsOf: ({ lms, identifier, email }) => [lms.sisLoginId, identifier, email],
  },
];

/** A column of the gradebook that is filled in. */
interface Column {
  readonly title: string;
  readonly assignment: Assignment;
  /** Where it stands in the export; -1 where Canvas is to make the assignment. */
  readonly at: number;
  readonly points: ReadonlyMap<string, number>;
}

/**
 * Fills in what Canvas exported: its columns about students, and those of the assignments alone,
 * so that nothing else is overwritten. Who has no grade keeps what is there.
 * @param titleOf what Canvas calls an assignment
 */
export function canvasGradebook(
  course: Course,
  marks: readonly Mark[],
  titleOf: (assignment: Assignment) => string,
  given: Export,
): Gradebook {
  const table = readExport(given);
  const assignments = [...new Set(marks.map(({ assignment }) => assignment))];
  const columns = assignments.map((assignment) => {
    const own = marks.filter((mark) => mark.assignment === assignment);
    return columnOf(titleOf(assignment), assignment, own, table);
  });
  const filler = new Filler(course, table, columns);
  const rows = table.rows.map(({ cells }) => filler.fill(cells)).filter(isFilled);
  return {
    text: writeCsv([filler.head, ...rows]),
    unplaced: filler.unplaced(),
    remarks: columns.filter(({ at }) => at === -1).map(({ title }) => newTitle(title)),
    examine: (text) =>
      examineCanvas(
        text,
        columns.map((column) => ({ ...column, points: column.assignment.points })),
      ),
  };
}

function newTitle(title: string): string {
  return `Canvas has no assignment "${title}", and will ask whether to make it.`;
}

function columnOf(
  title: string,
  assignment: Assignment,
  marks: readonly Mark[],
  table: Table,
): Column {
  const reason = refuseCanvasTitle(title);
  if (reason !== null) {
    const hint = 'Give the assignment another title, there and in course.yaml.';
    throw new UserError(`Canvas cannot take the title "${title}": ${reason}.`, hint);
  }
  const at = table.columns.findIndex((column) => column.replace(/ \(\d+\)$/, '') === title);
  refuseOtherPoints(table, at, title, assignment);
  return { title: table.columns[at] ?? title, assignment, at, points: pointsByStudent(marks) };
}

/** Points of another scale would be taken as they are: 85 of 100 for 85 of 10. */
function refuseOtherPoints(
  { rows }: Table,
  at: number,
  title: string,
  { points, id }: Assignment,
): void {
  const possible = rows.find(({ cells }) => isPoints(cells))?.cells[at]?.trim() ?? '';
  if (/read only/.test(possible)) {
    throw new UserError(`Canvas computes "${title}" itself.`, 'Name another column: --column');
  }
  if (possible === '' || Number(possible.replace(',', '.')) === points) return;
  throw new UserError(
    `"${title}" has ${possible} points in Canvas, and ${id} has ${points} in course.yaml.`,
    'Make them the same in either place.',
  );
}

const isPoints = (cells: readonly string[]) => /Points Possible/.test(cells[0] ?? '');

/** How grades are posted stands in rows that have nothing about students. */
const isFilled = (cells: readonly Cell[]) => cells.some((cell) => cell !== '' && cell !== null);

/** Takes over the rows of an export, with points in the columns of the assignments. */
class Filler {
  readonly #kept: readonly number[];
  readonly #columns: readonly Column[];
  readonly #table: Table;
  readonly #finder: StudentFinder;
  readonly #students: readonly Student[];
  readonly #placed = new Set<string>();

  constructor({ students }: Course, table: Table, columns: readonly Column[]) {
    this.#table = table;
    this.#kept = [...table.columns.keys()].filter((at) => aboutStudents.has(table.columns[at]!));
    this.#columns = columns;
    this.#students = students;
    this.#finder = new StudentFinder(students, table.columns, keys);
  }

  get head(): Cell[] {
    const kept = this.#kept.map((at) => this.#table.columns[at]!);
    return [...kept, ...this.#columns.map(({ title }) => title)];
  }

  fill(cells: readonly string[]): Cell[] {
    const kept = this.#kept.map((at) => cells[at]!);
    if (isPoints(cells))
      return [...kept, ...this.#columns.map(({ assignment }) => assignment.points)];
    const student = this.#finder.find(cells);
    if (student !== null) this.#placed.add(student.identifier);
    return [
      ...kept,
      ...this.#columns.map(
        ({ at, points }) => points.get(student?.identifier ?? '') ?? cells[at] ?? null,
      ),
    ];
  }

  /** Students with points who stand in no row. */
  unplaced(): string[] {
    return this.#students
      .map(({ identifier }) => identifier)
      .filter((id) => !this.#placed.has(id) && this.#columns.some(({ points }) => points.has(id)));
  }
}

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Course } from '../../../src/classroom/course/course.ts';
import { parseCsv } from '../../../src/classroom/course/csv.ts';
import { Faults } from '../../../src/classroom/course/faults.ts';
import { ASSIGNMENT, typeWell } from './course.ts';

const FOLDER = 'gradebooks';
/** What Canvas adds to the title of a column. */
const CANVAS_ID = ' (101)';

/** The points of everybody on the roster, as each format of a gradebook has them when it is read back. */
export async function readGradebooks(course: Course): Promise<Record<string, readonly number[]>> {
  mkdirSync(join(course.folder, FOLDER));
  const { title } = course.assignments[0]!;
  const { marks } = JSON.parse(await make(course, 'json')) as { marks: { points: number }[] };
  const canvas = await make(course, 'canvas', '--export', canvasExport(course));
  return {
    json: marks.map(({ points }) => points),
    csv: numbersIn(await make(course, 'csv'), 'points'),
    moodle: numbersIn(await make(course, 'moodle'), title),
    // Canvas has a line of possible points before those of the students.
    canvas: numbersIn(canvas, title + CANVAS_ID).slice(1),
  };
}

async function make({ folder }: Course, format: string, ...flags: readonly string[]) {
  const out = join(FOLDER, format);
  const common = ['--format', format, '--assignment', ASSIGNMENT, '--out', out];
  await typeWell(folder, 'gradebook', ...common, ...flags);
  return readFileSync(join(folder, out), 'utf8');
}

/** Writes what Canvas exports of this class; the name of the file. */
function canvasExport({ folder, students, assignments }: Course): string {
  const rows = students.map(
    ({ identifier, name }, at) => `"${name}",${501 + at},S-${at},${identifier},A,`,
  );
  const head = `Student,ID,SIS User ID,SIS Login ID,Section,${assignments[0]!.title}${CANVAS_ID}`;
  const text = [head, '    Points Possible,,,,,100', ...rows, ''].join('\n');
  writeFileSync(join(folder, FOLDER, 'export.csv'), text);
  return join(FOLDER, 'export.csv');
}

function numbersIn(text: string, name: string): number[] {
  const { columns, rows } = parseCsv(text, new Faults('the gradebook'));
  expect(columns).toContain(name);
  return rows.map(({ cells }) => Number(cells[columns.indexOf(name)]));
}

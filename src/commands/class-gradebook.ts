import { relative, resolve } from 'node:path';
import { chooseAssignments } from '../classroom/course/choose-assignments.ts';
import type { Assignment, Course } from '../classroom/course/course.ts';
import { readCourse } from '../classroom/course/read-course.ts';
import { readTextFile } from '../classroom/course/read-text.ts';
import { canvasGradebook } from '../classroom/gradebook/canvas.ts';
import type { Export, Gradebook } from '../classroom/gradebook/gradebook.ts';
import { marksOf, type Mark } from '../classroom/gradebook/marks.ts';
import { moodleImport, moodleWorksheet } from '../classroom/gradebook/moodle.ts';
import { csvGradebook, jsonGradebook } from '../classroom/gradebook/plain.ts';
import { writeGradebook } from '../classroom/gradebook/write-gradebook.ts';
import { readGrade } from '../classroom/grades-folder.ts';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';

/** What can be said on the command line of `class gradebook`. */
export interface ClassGradebookFlags {
  readonly format: string;
  readonly assignment?: string;
  readonly export?: string;
  readonly column?: string;
  readonly out?: string;
}

/** What a gradebook is made from. */
interface Ledger {
  readonly course: Course;
  readonly assignments: readonly Assignment[];
  readonly marks: readonly Mark[];
  readonly flags: ClassGradebookFlags;
  readonly cwd: string;
}

const formats: Readonly<Record<string, (ledger: Ledger) => Gradebook>> = {
  canvas: (ledger) =>
    canvasGradebook(ledger.course, ledger.marks, titleIn(ledger), readExportOf(ledger)),
  moodle: (ledger) => moodleImport(ledger.marks, ledger.flags.column ?? only(ledger).title),
  'moodle-worksheet': (ledger) => {
    only(ledger);
    return moodleWorksheet(ledger.course, ledger.marks, readExportOf(ledger));
  },
  csv: ({ marks }) => csvGradebook(marks),
  json: ({ marks }) => jsonGradebook(marks),
};

/** `class gradebook`: written, and read back. 0 when everybody has a place in it, else 2. */
export async function classGradebook(
  flags: ClassGradebookFlags,
  { cwd, out }: Context,
): Promise<number> {
  const make = Object.hasOwn(formats, flags.format) ? formats[flags.format] : undefined;
  if (make === undefined) {
    const known = Object.keys(formats).join(', ');
    throw new UserError(`"${flags.format}" is no gradebook.`, `There are ${known}.`);
  }
  const course = readCourse(cwd);
  const assignments = chooseAssignments(course, flags.assignment);
  const marks = marksOf(course, assignments, (assignment, work) =>
    readGrade(course, assignment, work),
  );
  const gradebook = make({ course, assignments, marks, flags, cwd });
  const path = resolve(cwd, flags.out ?? fileName(flags));
  writeGradebook(path, gradebook, relative(cwd, path));
  const { done, warning } = out.symbols;
  out.print(`${done} ${relative(cwd, path)}: ${summaryOf(marks)}`);
  for (const remark of gradebook.remarks) out.print(`${warning} ${remark}`);
  for (const identifier of gradebook.unplaced) {
    out.print(`${warning} ${identifier} has points, and is not in ${flags.export}`);
  }
  return gradebook.unplaced.length === 0 ? 0 : 2;
}

function fileName({ format, assignment }: ClassGradebookFlags): string {
  const which = assignment === undefined ? '' : `-${assignment}`;
  return `gradebook${which}-${format}.${format === 'json' ? 'json' : 'csv'}`;
}

function summaryOf(marks: readonly Mark[]): string {
  const graded = marks.filter(({ points }) => points !== null).length;
  const open = marks.length - graded;
  return `${graded} grades${open === 0 ? '' : `, ${open} not there yet and left open`}`;
}

function titleIn(ledger: Ledger): (assignment: Assignment) => string {
  const { column } = ledger.flags;
  if (column === undefined) return ({ title }) => title;
  only(ledger);
  return () => column;
}

/** The assignment, where a format or a flag is about just one. */
function only({ assignments }: Ledger): Assignment {
  if (assignments.length === 1) return assignments[0]!;
  const ids = assignments.map(({ id }) => id).join(', ');
  throw new UserError(
    'This is done for one assignment at a time.',
    `Say which: --assignment ${ids}`,
  );
}

function readExportOf({ flags, cwd }: Ledger): Export {
  if (flags.export === undefined) {
    throw new UserError(
      `A gradebook for ${flags.format} is an export that is filled in.`,
      'Export it there, and name the file: --export grades.csv',
    );
  }
  return { shown: flags.export, text: readTextFile(resolve(cwd, flags.export), flags.export) };
}

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Assignment, Course, Student } from '../../../src/classroom/course/course.ts';
import { parseRoster } from '../../../src/classroom/course/read-roster.ts';
import { readCourse } from '../../../src/classroom/course/read-course.ts';
import { canvasGradebook } from '../../../src/classroom/gradebook/canvas.ts';
import { refuseCanvasTitle } from '../../../src/classroom/gradebook/canvas-titles.ts';
import type { Gradebook } from '../../../src/classroom/gradebook/gradebook.ts';
import { marksOf } from '../../../src/classroom/gradebook/marks.ts';
import { moodleImport, moodleWorksheet } from '../../../src/classroom/gradebook/moodle.ts';
import { csvGradebook, jsonGradebook } from '../../../src/classroom/gradebook/plain.ts';
import { writeGradebook } from '../../../src/classroom/gradebook/write-gradebook.ts';
import type { Grade } from '../../../src/classroom/grades.ts';
import { courseFile } from '../../support/course.ts';
import { temporaryFolder } from '../../support/temporary.ts';

const canvasHead =
  'Student,ID,SIS User ID,SIS Login ID,Section,First service (101),Other (7),Final Score';
const canvasRows = [
  ',,,,,Manual Posting,,',
  '    Points Possible,,,,,100,10,(read only)',
  '"Moreau, Ada",501,S-1,ada,A,,5,50',
  '"=Lin, Bo",502,S-2,bo,A,12,6,60',
  '"Zhao, Cy",503,S-3,cy,B,N/A,7,70',
];
const canvasExport = [canvasHead, ...canvasRows, ''].join('\n');

function courseWith(students: readonly Student[], rest = ''): Course {
  const folder = temporaryFolder();
  const assignment = '{ id: first, title: First service, stage: in-memory }';
  writeFileSync(join(folder, 'course.yaml'), courseFile([assignment], rest));
  writeFileSync(
    join(folder, 'roster.csv'),
    `identifier\n${students.map(({ identifier }) => identifier).join('\n')}\n`,
  );
  return { ...readCourse(folder), students };
}

function gradeOf(total: number, state: Grade['state'] = 'graded'): Grade {
  const points = { possible: 100, earned: total, late: 0, adjusted: 0, total };
  return { state, points } as Grade;
}

/** Marks for the totals of repositories; null for a failure of the kit's own. */
function marks(course: Course, totals: Readonly<Record<string, number | null>>) {
  return marksOf(course, course.assignments, (_: Assignment, work) => {
    const total = totals[work];
    if (total === undefined) return null;
    return total === null ? gradeOf(0, 'not-graded') : gradeOf(total);
  });
}

const lines = ({ text }: Gradebook) => text.split('\r\n').slice(0, -1);
const titleOf = ({ title }: Assignment) => title;
const given = (text: string) => ({ shown: 'export.csv', text });
const canvasStudents = () => parseRoster(canvasExport, 'roster.csv');

function canvas(totals: Readonly<Record<string, number | null>>, text = canvasExport) {
  const course = courseWith(canvasStudents());
  return canvasGradebook(course, marks(course, totals), titleOf, given(text));
}

describe('marks', () => {
  test('a failure of the kit’s own is never a zero', () => {
    const course = courseWith(canvasStudents());
    const points = marks(course, { ada: 80, bo: null }).map((mark) => mark.points);
    expect(points).toEqual([80, null, null]);
  });

  test('both of a pair have the grade of their repository', () => {
    const course = courseWith(canvasStudents(), 'pairs: [[cy, ada]]');
    const found = marks(course, { 'cy-and-ada': 66.666, bo: 1 });
    expect(found.map(({ student, points }) => [student.identifier, points])).toEqual([
      ['ada', 66.67],
      ['bo', 1],
      ['cy', 66.67],
    ]);
  });
});

describe('for Canvas', () => {
  test('the export is filled in, and nothing else of it is overwritten', () => {
    expect(lines(canvas({ ada: 83.333, bo: 0, cy: 100 }))).toEqual([
      'Student,ID,SIS User ID,SIS Login ID,Section,First service (101)',
      ',,,,,Manual Posting',
      '    Points Possible,,,,,100',
      '"Moreau, Ada",501,S-1,ada,A,83.33',
      `"'=Lin, Bo",502,S-2,bo,A,0`,
      '"Zhao, Cy",503,S-3,cy,B,100',
    ]);
  });

  test('who has no grade keeps what is there', () => {
    const book = canvas({ ada: 80, bo: null });
    expect(lines(book)[4]).toMatch(/,12$/);
    expect(lines(book)[5]).toMatch(/,N\/A$/);
  });

  test.each([
    ['ID', (row: string) => row.replace(/,S-\d,\w+,/, ',,,')],
    ['SIS User ID', (row: string) => row.replace(/,50(\d),(S-\d),\w+,/, ',,$2,,')],
    ['SIS Login ID', (row: string) => row.replace(/,50\d,S-\d,/, ',,,')],
  ])('students are found by %s alone', (_key, strip) => {
    const text = [canvasHead, ...canvasRows.map(strip)].join('\n');
    expect(lines(canvas({ ada: 80, bo: 70, cy: 60 }, text)).slice(3)).toEqual([
      expect.stringMatching(/,80$/),
      expect.stringMatching(/,70$/),
      expect.stringMatching(/,60$/),
    ]);
  });

  test('somebody with points who is not in the export is named', () => {
    const text = [canvasHead, ...canvasRows.slice(0, -1)].join('\n');
    expect(canvas({ ada: 1, cy: 2 }, text).unplaced).toEqual(['cy']);
  });

  test('other points there than here are refused', () => {
    const text = canvasExport.replace(',100,10,', ',10,10,');
    expect(() => canvas({ ada: 80 }, text)).toThrow('"First service" has 10 points in Canvas');
  });

  test('an assignment that Canvas does not know gets a column, and a remark', () => {
    const text = canvasExport.replace('First service (101)', 'Another (101)');
    const book = canvas({ ada: 80 }, text);
    expect(lines(book)[0]).toBe('Student,ID,SIS User ID,SIS Login ID,Section,First service');
    expect(lines(book)[1]).toMatch(/,100$/);
    expect(book.remarks).toEqual([expect.stringContaining('will ask whether to make it')]);
  });

  test('an export with semicolons and a mark is read, too', () => {
    const text = `\uFEFF${canvasExport.replaceAll('"Moreau, Ada"', 'Ada Moreau').replaceAll(',', ';')}`;
    expect(lines(canvas({ ada: 80 }, text))[3]).toBe('Ada Moreau,501,S-1,ada,A,80');
  });

  test('something that is no export is refused', () => {
    expect(() => canvas({ ada: 1 }, 'a,b\n1,2\n')).toThrow('none of the columns');
  });

  test.each([
    ['Final Score of part 1', 'Canvas drops every column with "Final Score"'],
    ['My Current Grade', 'Canvas drops every column'],
    ['Section', 'Canvas has a column of its own'],
    ['Service (2)', 'the number in brackets'],
    ['=Service', 'a formula'],
    ['A\nB', 'line breaks'],
    [' ', 'empty'],
  ])('the title %j is refused', (title, reason) => {
    expect(refuseCanvasTitle(title)).toContain(reason);
  });

  test.each(['A service (part two)', 'Final service', 'Scores and points'])(
    '%j is taken',
    (title) => {
      expect(refuseCanvasTitle(title)).toBeNull();
    },
  );

  test('what would be misread is found by reading it back', () => {
    const { text, examine } = canvas({ ada: 80 });
    expect(examine(text)).toEqual([]);
    expect(examine(text.replace(/,80/, ',eighty'))).toEqual([
      expect.stringContaining('is no number'),
    ]);
    expect(examine(text.replace("'=Lin", '=Lin'))).toEqual([expect.stringContaining('a formula')]);
    expect(examine(text.replace('First service (101)', 'Final Score'))).not.toEqual([]);
    expect(examine(text.replace('Student,ID', 'Name,ID'))).not.toEqual([]);
    expect(examine(text.replace('Section', 'Group'))).not.toEqual([]);
  });
});

describe('for Moodle', () => {
  const roster = [
    'First name,Last name,Username,ID number,Email address',
    'Ada,Moreau,ada,11,ada@uni.edu',
    '@Bo,Lin,bo,12,bo@uni.edu',
    'Cy,Zhao,cy,13,cy@uni.edu',
  ].join('\n');
  const sheet = [
    'Identifier,Full name,Email address,Status,Grade,Maximum Grade,Grade can be changed,Last modified (submission),Last modified (grade),Feedback comments',
    'Participant 1,Ada Moreau,ada@uni.edu,Submitted,,100.00,Yes,"Monday, 1 June 2026, 10:00 AM",-,',
    'Participant 2,@Bo Lin,BO@uni.edu,Submitted,50.00,100.00,No,-,-,',
    'Participant 3,Cy Zhao,cy@uni.edu,No submission,3.00,100.00,Yes,-,-,Well begun',
  ].join('\n');
  const course = () => courseWith(parseRoster(roster, 'roster.csv'));

  test('the import has who has a grade, and no empty cell that would take one away', () => {
    const own = course();
    const book = moodleImport(marks(own, { ada: 80, bo: null, cy: 12.5 }), 'First service');
    expect(lines(book)).toEqual([
      'Email address,ID number,Username,First service',
      'ada@uni.edu,11,ada,80',
      'cy@uni.edu,13,cy,12.5',
    ]);
    expect(book.examine(book.text)).toEqual([]);
    expect(book.examine(book.text.replace(',80', ',180'))).not.toEqual([]);
    expect(() => moodleImport(marks(own, {}), 'First service')).toThrow('Nobody has a grade yet');
  });

  test('the worksheet is filled in, but for grades that Moodle has locked', () => {
    const own = course();
    const book = moodleWorksheet(own, marks(own, { ada: 80, bo: 70 }), given(sheet));
    const [, ada, bo, cy] = lines(book);
    expect(ada).toBe(
      'Participant 1,Ada Moreau,ada@uni.edu,Submitted,80,100.00,Yes,"Monday, 1 June 2026, 10:00 AM",-,',
    );
    expect(bo).toContain("'@Bo Lin,BO@uni.edu,Submitted,50.00,100.00,No");
    expect(cy).toContain(',3.00,100.00,Yes,-,-,Well begun');
    expect(book.remarks).toEqual(['Moodle has locked the grade of bo; it is kept.']);
    expect(book.examine(book.text)).toEqual([]);
  });

  test('another maximum there is refused, because Moodle skips what is above it', () => {
    const own = course();
    const small = sheet.replaceAll('100.00', '20.00');
    expect(() => moodleWorksheet(own, marks(own, { ada: 80 }), given(small))).toThrow(
      "Moodle's maximum grade is 20.00, and first has 100 points.",
    );
  });

  test('a worksheet without its columns is refused', () => {
    const own = course();
    const short = given(sheet.replace('Identifier', 'Id'));
    expect(() => moodleWorksheet(own, marks(own, { ada: 80 }), short)).toThrow(
      'no column "Identifier"',
    );
  });
});

describe('for spreadsheets and programs', () => {
  const dangerous = 'identifier,name,section\neve,"=HYPERLINK(""x"")",+1\nbo,@cmd,-2+3\ncy, =1,A\n';
  const course = () => courseWith(parseRoster(dangerous, 'roster.csv'));

  test('no cell of the CSV is a formula', () => {
    const own = course();
    const book = csvGradebook(marks(own, { eve: 80, bo: null }));
    expect(lines(book).slice(1)).toEqual([
      `eve,"'=HYPERLINK(""x"")",,+1,first,graded,80,100,80,0,0`,
      `bo,'@cmd,,'-2+3,first,not-graded,,100,,,`,
      `cy,'=1,,A,first,none,,100,,,`,
    ]);
    expect(book.examine(book.text)).toEqual([]);
    expect(book.examine(book.text.replace("'@cmd", '@cmd'))).not.toEqual([]);
    expect(book.examine(book.text.replace(',80,100', ',81,100'))).not.toEqual([]);
  });

  test('JSON says the same', () => {
    const own = course();
    const { text } = jsonGradebook(marks(own, { eve: 80 }));
    expect(JSON.parse(text).marks[0]).toMatchObject({
      identifier: 'eve',
      points: 80,
      possible: 100,
    });
    expect(JSON.parse(text).marks[1]).toMatchObject({
      identifier: 'bo',
      points: null,
      state: 'none',
    });
  });
});

test('a gradebook that would be misread never comes to be', () => {
  const path = join(temporaryFolder(), 'grades.csv');
  const book = { text: 'x', unplaced: [], remarks: [], examine: () => ['it is a picture'] };
  writeFileSync(path, 'the one before');
  expect(() => writeGradebook(path, book, 'grades.csv')).toThrow(
    'would be misread: it is a picture',
  );
  expect(readFileSync(path, 'utf8')).toBe('the one before');
  expect(existsSync(`${path}.new`)).toBe(false);
});

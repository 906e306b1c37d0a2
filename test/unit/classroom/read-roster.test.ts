import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseRoster, readRoster } from '../../../src/classroom/course/read-roster.ts';
import { temporaryFolder } from '../../support/temporary.ts';

const roster = (...lines: string[]) => parseRoster(lines.join('\n'), 'roster.csv');

describe('a plain roster', () => {
  test('needs nothing but identifiers', () => {
    expect(roster('identifier', 'ada', 'lin')).toMatchObject([
      { identifier: 'ada', name: 'ada', email: null },
      { identifier: 'lin', name: 'lin' },
    ]);
  });

  test('may have its columns in any order, case and country', () => {
    const students = roster('Name;E-Mail;Identifier;Section', '"Moreau; Ada";ada@uni.edu;ada;A');
    expect(students).toMatchObject([
      { identifier: 'ada', name: 'Moreau; Ada', email: 'ada@uni.edu', section: 'A' },
    ]);
  });

  test('keeps the zeros of a number, and leaves empty lines out', () => {
    const students = roster('identifier,name', '', '007,Bond', ',', '008,Bill');
    expect(students.map(({ identifier }) => identifier)).toEqual(['007', '008']);
  });

  test('keeps names as they are, whatever a spreadsheet would make of them', () => {
    expect(roster('identifier,name', 'eve,=cmd|calc')[0]!.name).toBe('=cmd|calc');
  });
});

describe('an export of Canvas', () => {
  const head = 'Student,ID,SIS User ID,SIS Login ID,Section,First service (101),Current Score';

  test('is read without the rows that are no students', () => {
    const students = roster(
      head,
      ',,,,,Manual Posting,',
      '    Points Possible,,,,,100,(read only)',
      '"Moreau, Ada",501,S-7,ada@uni.edu,Section A,,',
      '"Student, Test",999,,,Section A,,',
    );
    expect(students).toEqual([
      {
        identifier: 'ada@uni.edu',
        name: 'Ada Moreau',
        email: 'ada@uni.edu',
        section: 'Section A',
        username: null,
        lms: { canvasId: '501', sisUserId: 'S-7', sisLoginId: 'ada@uni.edu', idNumber: null },
      },
    ]);
  });

  test('knows students by the best of the ids that it has', () => {
    const students = roster('Student,ID,SIS User ID,Section', 'Ada,501,S-7,A', 'Lin,502,,A');
    expect(students.map(({ identifier }) => identifier)).toEqual(['S-7', '502']);
  });
});

describe('an export of Moodle', () => {
  test('of participants', () => {
    const students = roster(
      'First name,Last name,Username,ID number,Email address,Groups',
      'Ada,Moreau,amoreau,77,ada@uni.edu,Lab 1',
    );
    expect(students).toMatchObject([
      { identifier: 'amoreau', name: 'Ada Moreau', section: 'Lab 1', lms: { idNumber: '77' } },
    ]);
  });

  test('of grades, where nobody has a user name', () => {
    const students = roster(
      'First name,Surname,ID number,Institution,Department,Email address,Course total',
      'Ada,Moreau,,,,ada@uni.edu,-',
    );
    expect(students).toMatchObject([{ identifier: 'ada@uni.edu', name: 'Ada Moreau' }]);
  });
});

describe('what is wrong is told with its line', () => {
  test.each([
    ['name,email\nAda,x@y.z', 'line 1: a roster must have a column "identifier"'],
    ['identifier', 'line 1: there are no students in it'],
    ['identifier\nada\nADA', 'line 3: "ADA" is the same as the identifier of line 2'],
    ['identifier\na@b\na-b', 'line 3: "a-b" is the same as the identifier of line 2'],
    ['identifier\n../up', 'line 2: the identifier "../up" must begin with a letter or a digit'],
    ['identifier\n=1+1', 'line 2: the identifier "=1+1" must begin with a letter or a digit'],
    ['identifier\nnul', 'line 2: the identifier "nul" is a device on Windows'],
    ['identifier\nada.git', 'line 2: the identifier "ada.git" must not end in'],
    ['identifier\na b', 'line 2: the identifier "a b" has spaces'],
    ['identifier,name\n,Ada', 'line 2: the identifier "" is empty'],
    ['identifier,email\nada,nowhere', 'line 2: "nowhere" is no e-mail address'],
    ['identifier,name\nada,Ada,more', 'line 2: there are 3 cells, and 2 columns'],
    ['identifier,identifier\nada,lin', 'line 1: the column "identifier" is there twice'],
    ['identifier,name\nada,"Ada', 'it is no CSV'],
    ['', 'line 1: a roster must have'],
  ])('%j', (text, message) => {
    expect(() => parseRoster(text, 'roster.csv')).toThrow(message);
  });

  test('all faults at once', () => {
    expect(() => roster('identifier', 'ada', 'ada', '-x')).toThrow(
      /roster.csv cannot be used:\n {2}line 3: .*\n {2}line 4: /,
    );
  });
});

describe('whatever the encoding', () => {
  const text = 'identifier;name\r\nnuñez;José Núñez\r\n';
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 of Excel', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['the code page of Windows', Buffer.from(text, 'latin1')],
  ])('%s', (_encoding, bytes) => {
    const path = join(temporaryFolder(), 'roster.csv');
    writeFileSync(path, bytes);
    const [student] = readRoster(path, 'roster.csv');
    expect(student).toMatchObject({ identifier: 'nuñez', name: 'José Núñez' });
  });
});

test('a roster that is not there is named', () => {
  expect(() => readRoster('/nowhere/roster.csv', 'roster.csv')).toThrow(
    'There is no file roster.csv.',
  );
});

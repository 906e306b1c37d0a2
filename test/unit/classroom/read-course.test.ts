import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCourse } from '../../../src/classroom/course/read-course.ts';
import { studentWorks } from '../../../src/classroom/course/student-work.ts';
import { temporaryFolder } from '../../support/temporary.ts';

const course = (assignments: string, rest = '') => `title: Backends
kit: 0.1.0
time-zone: Europe/Madrid
seed: a long secret of ours
assignments:
${assignments.replaceAll(/^/gm, '  ')}
${rest}`;

const first = '- id: first\n  stage: in-memory\n';

function read(text: string, roster = 'identifier\nada\nlin\nbo\n') {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'course.yaml'), text);
  writeFileSync(join(folder, 'roster.csv'), roster);
  return readCourse(folder);
}

/** What each student draws, by name. */
function drawn(seed: string, roster?: string) {
  const per = `${first}  resource: { per-student: [tasks, notes, books] }\n  seed: ${seed}`;
  const own = read(course(per), roster);
  return new Map(
    studentWorks(own, own.assignments[0]!).map(({ name, variant, seed: number }) => [
      name,
      `${variant.name} ${number}`,
    ]),
  );
}

describe('a course', () => {
  test('takes the defaults of what it leaves out', () => {
    const { assignments, workflow, submissionTime } = read(course(first));
    expect({ workflow, submissionTime }).toEqual({ workflow: 'github', submissionTime: 'seen' });
    const [assignment] = assignments;
    expect(assignment).toMatchObject({
      id: 'first',
      title: 'first',
      mode: 'exercise',
      due: null,
      points: 100,
      weights: {},
      seed: 'a long secret of ours',
      resources: [{ name: 'tasks' }],
      late: { graceMinutes: 0, percentPerDay: 0, closesAfterDays: null },
    });
    expect(assignment!.lessons).toContain('03-create-and-read');
  });

  test('says what is drawn, when it is due, and what lateness costs', () => {
    const said = `- id: first
  stage: sqlite
  mode: mail
  resource: { per-student: [books, notes] }
  seed: another secret of ours
  due: 2026-12-05 23:59
  late: { grace-minutes: 15, percent-per-day: 10, closes-after-days: 5 }
  points: 20
  lessons: [02-speaking-sql, 01-it-forgets]
  weights: { 01-it-forgets: 2.5 }`;
    const [assignment] = read(course(said)).assignments;
    expect(assignment).toMatchObject({
      mode: 'mail',
      seed: 'another secret of ours',
      points: 20,
      due: Date.parse('2026-12-05T22:59:00Z'),
      late: { graceMinutes: 15, percentPerDay: 10, closesAfterDays: 5 },
      lessons: ['01-it-forgets', '02-speaking-sql'],
      weights: { '01-it-forgets': 2.5 },
    });
    expect(assignment!.resources.map(({ name }) => name)).toEqual(['books', 'notes']);
  });

  test('has extensions, pairs and adjustments', () => {
    const rest = `extensions:
  - { student: ada, assignment: first, due: 2026-12-12, reason: ill }
pairs:
  - [lin, ada]
adjustments:
  - { student: bo, assignment: first, points: -2.5, reason: copied the tests }
`;
    const { extensions, pairs, adjustments } = read(course(first, rest));
    expect(extensions).toMatchObject([{ student: 'ada', reason: 'ill' }]);
    expect(pairs).toEqual([['lin', 'ada']]);
    expect(adjustments).toMatchObject([{ student: 'bo', points: -2.5 }]);
  });
});

describe('what is wrong is told with its line', () => {
  test.each([
    ['', 'line 1: it must have settings'],
    ['title: [x', 'course.yaml cannot be used:\n  line 1'],
    ['titel: x', 'line 1: "titel" is no setting. Did you mean title?'],
    [course('[]'), 'there are no assignments'],
    [course(`${first}${first}`), 'line 8: "first" is there twice'],
    [course('- id: First\n  stage: in-memory'), 'line 6: "First" must be lower-case'],
    [course('- id: first'), 'line 6: "stage" is missing'],
    [course('- id: first\n  stage: redis'), 'line 7: "redis" is no stage: in-memory, sqlite'],
    [course(`${first}  stack: rust`), 'line 8: "rust" is no stack'],
    [course(`${first}  mode: exam`), 'line 8: "mode" is one of exercise, blank, mail, drill'],
    [course(`${first}  lessons: [04-validaton]`), 'Did you mean 04-validation?'],
    [course(`${first}  resource: task`), 'line 8: There is no resource "task".'],
    [course(`${first}  resource: ./no.json`), 'line 8: There is no file ./no.json.'],
    [course(`${first}  resource: {}`), 'line 8: say same: tasks, or per-student'],
    [course(`${first}  seed: short`), 'line 8: the seed can be guessed'],
    [course(`${first}  due: 2026-03-29 02:30`), 'line 8: "2026-03-29 02:30" is no time in Europe'],
    [course(`${first}  points: many`), 'line 8: "points" must be a number from 1 to'],
    [course(`${first}  late: { percent-per-day: 200 }`), 'must be a number from 0 to 100'],
    [course(`${first}  late: harsh`), 'line 8: "late" must have settings below it'],
    [course(`${first}  weights: { 99-no: 1 }`), 'line 8: "99-no" is no setting'],
    [course(first, 'pairs: [[ada, eve]]'), '"eve" is not on the roster'],
    [course(first, 'pairs: [[ada, lin], [lin, bo]]'), 'lin is in a pair already'],
    [course(first, 'pairs: [[ada]]'), 'a pair is two students, and here are 1'],
    [course(first, 'extensions: [{ student: ada, assignment: x }]'), 'no assignment "x": first'],
    [course(first, 'adjustments: [{ student: ada, assignment: first }]'), '"points" is missing'],
    [course(first).replace('0.1.0', 'latest'), 'line 2: "latest" is no version'],
    [course(first).replace('Europe/Madrid', 'Madrid'), 'line 3: "Madrid" is no time zone'],
    [course(first).replace(/seed.*\n/, ''), '"seed" is missing'],
  ])('%j', (text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  test('a folder without a course says how to begin one', () => {
    expect(() => readCourse(temporaryFolder())).toThrow('Here is no course.yaml.');
  });
});

describe('what is drawn for a student', () => {
  test('is the same whenever it is drawn, and whoever joins late', () => {
    const before = drawn('a secret of ours');
    const after = drawn('a secret of ours', 'identifier\nzoe\nbo\nada\nlin\n');
    for (const [name, variant] of before) expect(after.get(name)).toBe(variant);
  });

  test('is another with another seed', () => {
    expect(drawn('a secret of ours')).not.toEqual(drawn('a secret of others'));
  });

  test('is spread over all that can be drawn', () => {
    const roster = `identifier\n${Array.from({ length: 300 }, (_, at) => `s${at}`).join('\n')}\n`;
    const names = [...drawn('a secret of ours', roster).values()].map((text) => text.split(' ')[0]);
    for (const name of ['tasks', 'notes', 'books']) {
      expect(names.filter((each) => each === name).length).toBeGreaterThan(70);
    }
  });
});

test('a pair has one repository, and the later of its due times', () => {
  const rest = `pairs: [[lin, ada]]
extensions: [{ student: ada, assignment: first, due: 2026-12-12 12:00 }]`;
  const own = read(course(`${first}  due: 2026-12-05 12:00`, rest));
  const works = studentWorks(own, own.assignments[0]!);
  expect(works.map(({ name, due }) => [name, new Date(due!).toISOString()])).toEqual([
    ['lin-and-ada', '2026-12-12T11:00:00.000Z'],
    ['bo', '2026-12-05T11:00:00.000Z'],
  ]);
});

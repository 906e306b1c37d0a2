import { expect, test } from 'vitest';
import type { Student } from '../../../src/classroom/course/course.ts';
import type { StudentWork } from '../../../src/classroom/course/student-work.ts';
import { sortByWork } from '../../../src/classroom/submissions/whose.ts';

const student = (identifier: string, name: string, known: Partial<Student> = {}): Student => ({
  identifier,
  name,
  email: null,
  section: null,
  username: null,
  lms: { canvasId: null, sisUserId: null, sisLoginId: null, idNumber: null },
  ...known,
});
const lms = { canvasId: '4711', sisUserId: null, sisLoginId: null, idNumber: null };
const works = [
  [student('ada', 'Ada Lovelace', { username: 'countess', email: 'ada.l@example.org', lms })],
  [student('adam', 'Adam Smith')],
  [student('grace', 'Grace Hopper'), student('lin', 'José Lin')],
].map((students) => {
  const name = students.map(({ identifier }) => identifier).join('-and-');
  return { name, students } as unknown as StudentWork;
});

test.each([
  ['ada', 'ada'],
  ['ADA.zip', 'ada'],
  ['first-service-countess', 'ada'],
  ['ada.l@example.org.zip', 'ada'],
  ['lovelaceada_4711_99_project.zip', 'ada'],
  ['Ada Lovelace_1234_assignsubmission_file', 'ada'],
  ['LovelaceAda_LATE_7_8_project.zip', 'ada'],
  ['adam', 'adam'],
  ['smithadam_1_2_x.zip', 'adam'],
  ['grace-and-lin', 'grace-and-lin'],
  ['lin.zip', 'grace-and-lin'],
  ['José Lin_77_assignsubmission_file', 'grace-and-lin'],
  ['nobody', null],
  ['ada and adam.zip', null],
  ['4711x.zip', null],
])('%s is handed in by %s', (name, whose) => {
  const submission = { name, kind: 'folder' as const, path: `/${name}` };
  const { byWork, unknown } = sortByWork([submission], works);
  expect([...byWork.keys()].map((work) => work.name)).toEqual(whose === null ? [] : [whose]);
  expect(unknown).toHaveLength(whose === null ? 1 : 0);
});

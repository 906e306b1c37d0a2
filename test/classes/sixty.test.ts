import { expect, test } from 'vitest';
import {
  asGiven,
  foreign,
  incomplete,
  planted,
  uncommitted,
  unreadable,
  type Fault,
} from '../support/classes/faults.ts';
import { readGradebooks } from '../support/classes/gradebooks.ts';
import { HeldClass } from '../support/classes/held-class.ts';
import { hostile } from '../support/classes/hostile.ts';
import type { Habit } from '../support/classes/student.ts';

/** Two of each lesson, and none that another check than its own catches too. */
const mistakes = [
  'straight-to-main',
  'fixed-stuff',
  'id-from-the-length',
  'no-location',
  'array-unwrapped',
  'first-fault-only',
  'wrong-method-is-404',
  'errors-cached',
  'delete-with-a-body',
  'nothing-is-a-mistake',
].map(planted);

const faults: readonly Fault[] = [
  ...mistakes,
  ...incomplete,
  ...unreadable,
  ...uncommitted,
  ...foreign,
  ...hostile,
  asGiven,
];
const forms = ['clone', 'zip', 'moodle'] as const;

const sound = Array.from({ length: 30 }, (_, at): Habit => ({ form: forms[at % 3]!, fault: null }));
const faulty = faults.map((fault, at): Habit => ({ form: forms[at % 3]!, fault }));

test('a class of sixty comes from a new course to its gradebook', async () => {
  const habits = [...sound, ...faulty, null];
  expect(habits).toHaveLength(60);
  const held = await HeldClass.hold(habits, 'tasks,notes,books', '--jobs', '2');
  await held.expectFairGrades();
  held.expectTellingFeedback();
  const { points } = held;
  expect(await readGradebooks(held.course)).toEqual({
    json: points,
    csv: points,
    moodle: points,
    canvas: points,
  });
  await held.expectNothingTwice();
});

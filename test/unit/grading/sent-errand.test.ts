import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Course } from '../../../src/classroom/course/course.ts';
import { readCourse } from '../../../src/classroom/course/read-course.ts';
import { studentWorks } from '../../../src/classroom/course/student-work.ts';
import { questionOf } from '../../../src/classroom/grading/question.ts';
import { queueName, receive, sendable } from '../../../src/classroom/queue/sent-errand.ts';
import { findSubmissions } from '../../../src/classroom/submissions/find-submissions.ts';
import { makeCourse } from '../../support/graded-course.ts';

const asker = { kit: '0.1.0', sandbox: 'bubblewrap' } as const;

const begin = (...settings: readonly string[]) => readCourse(makeCourse(['ada', 'ben'], settings));

/** The errand of one who has handed in, as it comes out of the queue. */
function sent(course: Course) {
  const work = studentWorks(course, course.assignments[0]!).find(({ name }) => name === 'ada')!;
  const [of] = findSubmissions(submissionsIn(course));
  const question = questionOf(course, work, asker, 'ab'.repeat(32), work.seed);
  return JSON.parse(JSON.stringify(sendable({ work, of: of!, question })));
}

function submissionsIn({ folder }: Course): string {
  mkdirSync(join(folder, 'submissions', 'first', 'ada'), { recursive: true });
  return join(folder, 'submissions', 'first');
}

describe('an errand that has travelled', () => {
  test('is the same where the same course and submissions are', () => {
    const here = begin();
    const { work, of, question } = receive(sent(begin()), here, asker, () => submissionsIn(here));
    expect(work.name).toBe('ada');
    expect(of).toMatchObject({ name: 'ada', path: join(here.folder, 'submissions/first/ada') });
    expect(question.hash).toBe('ab'.repeat(32));
  });

  test('brings no text of its sender but names, the question, and no place', () => {
    expect(Object.keys(sent(begin()))).toEqual(['assignment', 'work', 'of', 'question']);
    expect(sent(begin()).of).toEqual({ name: 'ada' });
  });

  test.each([
    ['its work is not known', { work: 'zoe' }, 'has a course without zoe'],
    ['its assignment is not known', { assignment: 'second' }, 'without ada in second'],
    ['its submission is not there', { of: { name: '../../etc' } }, 'has no submission ../../etc'],
  ])('is refused where %s', (_what, change, why) => {
    const here = begin();
    const errand = { ...sent(begin()), ...change };
    expect(() => receive(errand, here, asker, () => submissionsIn(here))).toThrow(why);
  });

  test('is refused where its checks would be others', () => {
    const here = begin();
    const newer = { ...asker, kit: '0.2.0' };
    expect(() => receive(sent(begin()), here, newer, () => submissionsIn(here))).toThrow(
      'has another course.yaml, or another kit',
    );
  });
});

test('a queue is that of one course, one kit and one way to enclose', () => {
  const course = begin();
  const name = queueName(course, asker);
  expect(queueName(begin(), asker)).toBe(name);
  expect(queueName({ ...course, title: 'Another' }, asker)).not.toBe(name);
  expect(queueName(course, { ...asker, sandbox: 'none' })).not.toBe(name);
  expect(queueName(course, { ...asker, kit: '0.2.0' })).not.toBe(name);
});

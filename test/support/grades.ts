import type { CheckGrade, Grade, LessonGrade } from '../../src/classroom/grades.ts';
import type { GradedWork } from '../../src/classroom/report/graded-work.ts';

/** A check that has passed, unless something else is said. */
export function checked(id: string, parts: Partial<CheckGrade> = {}): CheckGrade {
  const nothing = { tried: null, expected: null, got: null, likely: null, reason: null, log: [] };
  const usual = { title: `the promise of ${id}`, state: 'pass', role: 'earns', lost: 0 } as const;
  return { id, ...usual, ...nothing, ...parts };
}

/** A check that has failed. */
export function failing(id: string, lost: number, parts: Partial<CheckGrade> = {}): CheckGrade {
  return checked(id, {
    state: 'fail',
    lost,
    tried: `curl -i -X POST http://127.0.0.1:3000/api/v1/tasks -d '{"title":"x"}'`,
    expected: '201 Created',
    got: '200 OK, {"id":1}',
    likely: 'the handler returns the task and says no status',
    ...parts,
  });
}

/** A lesson of ten points, of which its checks have taken some. */
export function lesson(id: string, ...checks: readonly CheckGrade[]): LessonGrade {
  const earned = 10 - checks.reduce((sum, { lost }) => sum + lost, 0);
  return { id, title: `Lesson ${id}`, why: `Why ${id} matters.`, possible: 10, earned, checks };
}

/** The grade of a work, computed from its lessons unless something else is said. */
export function grade(
  work: string,
  lessons: readonly LessonGrade[],
  parts: Partial<Grade> = {},
): Grade {
  const sum = (what: 'possible' | 'earned') =>
    lessons.reduce((total, each) => total + each[what], 0);
  const adjusted = { late: 0, lateness: null, adjusted: 0, adjustments: [] };
  return {
    schema: 1,
    assignment: 'first',
    work,
    students: [work],
    state: 'graded',
    reason: null,
    resource: 'tasks',
    points: { possible: sum('possible'), earned: sum('earned'), total: sum('earned'), ...adjusted },
    lessons,
    incidents: [],
    notes: [],
    submission: { name: work, hash: 'ab'.repeat(32), time: 1_796_000_000_000, commit: null },
    seed: 7,
    kit: '0.1.0',
    sandbox: 'bubblewrap',
    gradedAt: 1_796_100_000_000,
    ...parts,
  };
}

const names = {
  tasks: { name: 'task', plural: 'tasks', path: 'tasks' },
  books: { name: 'book', plural: 'books', path: 'books' },
};

/** A work that drew one of two resources. */
export function graded(given: Grade, resource: keyof typeof names = 'tasks'): GradedWork {
  return { work: given.work, resource: names[resource], grade: given };
}

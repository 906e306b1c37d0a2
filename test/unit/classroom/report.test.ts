import { describe, expect, test } from 'vitest';
import { causesOf } from '../../../src/classroom/report/causes.ts';
import { clusterFailures } from '../../../src/classroom/report/clusters.ts';
import { distributionOf } from '../../../src/classroom/report/distribution.ts';
import { hardestChecks } from '../../../src/classroom/report/hardest-checks.ts';
import { changeText, pointsText } from '../../../src/classroom/report/points-text.ts';
import { standingsOf } from '../../../src/classroom/report/standings.ts';
import { variantless } from '../../../src/classroom/report/symptom.ts';
import { checked, failing, grade, graded, lesson } from '../../support/grades.ts';

const notRun = (id: string, reason: string, lost = 1) =>
  checked(id, { state: 'not-run', reason, lost });

const broken = '500 Internal Server Error';
const posts = (path: string, id: string, got = '404 Not Found') =>
  failing(id, 1, { tried: `curl -i -X POST http://127.0.0.1:3000/api/v1/${path} -d '{}'`, got });
const worth = (work: string, earned: number) =>
  graded(grade(work, [{ ...lesson('03'), possible: 100, earned }]));
const titleOf = (item: string) => ({ title: `POST of a ${item} answers 201` });

describe('what went wrong in a work', () => {
  test('is told once, with what followed from it in other lessons', () => {
    const lessons = [
      lesson('03', failing('create', 2), notRun('list', 'create failed')),
      lesson('04', notRun('refuse', 'create failed', 3)),
    ];
    const causes = causesOf({ lessons });
    expect(causes.map(({ check }) => check.id)).toEqual(['create']);
    expect(causes[0]!.waiting.map(({ id }) => id)).toEqual(['list', 'refuse']);
    expect(causes[0]!.cost).toBe(6);
  });

  test('that is outside of what was graded is told by its reason', () => {
    const lessons = [lesson('03', notRun('a', 'starts failed'), notRun('b', 'starts failed'))];
    const [cause, ...others] = causesOf({ lessons });
    expect(others).toEqual([]);
    expect(cause).toMatchObject({ check: { id: 'a' }, waiting: [{ id: 'b' }], cost: 2 });
  });

  test('is told by what it cost, the dearest first', () => {
    const lessons = [lesson('03', failing('cheap', 1), failing('dear', 5))];
    expect(causesOf({ lessons }).map(({ check }) => check.id)).toEqual(['dear', 'cheap']);
  });
});

describe('failures of a class', () => {
  test('are one cause where the same request is answered alike, in every variant and check', () => {
    const clusters = clusterFailures([
      graded(grade('ada', [lesson('03', posts('tasks', 'one'), posts('tasks', 'two'))])),
      graded(grade('lin', [lesson('03', posts('books', 'one'))]), 'books'),
    ]);
    expect(clusters).toHaveLength(1);
    expect(clusters[0]).toMatchObject({
      text: 'POST /api/v1/{items} answers 404, and not 201',
      works: ['ada', 'lin'],
      checks: ['one', 'two'],
      failures: 3,
      cost: 3,
    });
  });

  test('are two causes where the answers differ', () => {
    const clusters = clusterFailures([
      graded(grade('ada', [lesson('03', posts('tasks', 'one'))])),
      graded(grade('bo', [lesson('03', posts('tasks', 'one', broken))])),
    ]);
    expect(clusters).toHaveLength(2);
  });

  test('are one cause where the same error was thrown', () => {
    const log = ['{"err":"TypeError: store.add is not a function"}'];
    const clusters = clusterFailures([
      graded(grade('ada', [lesson('03', { ...posts('tasks', 'one', broken), log })])),
      graded(grade('bo', [lesson('04', { ...posts('tasks', 'two', broken), log })])),
    ]);
    expect(clusters.map(({ text }) => text)).toEqual([
      'The service throws TypeError: store.add is not a function',
    ]);
  });

  test('come in the order of how many works share them', () => {
    const clusters = clusterFailures([
      graded(grade('ada', [lesson('03', posts('tasks', 'one', '418 Teapot'))])),
      graded(grade('bo', [lesson('03', posts('tasks', 'one'))])),
      graded(grade('cy', [lesson('03', posts('tasks', 'one'))])),
    ]);
    expect(clusters.map(({ works }) => works)).toEqual([['bo', 'cy'], ['ada']]);
  });
});

test('a text without its variant is the same for all', () => {
  const items = { name: 'line_item', plural: 'line_items', path: 'line-items' };
  expect(variantless('GET /line-items: a line item of line_items', items)).toBe(
    'GET /{items}: a {item} of {items}',
  );
  const tasks = { name: 'task', plural: 'tasks', path: 'tasks' };
  expect(variantless('multitasking Tasks', tasks)).toBe('multitasking {items}');
});

test('what is missing or not graded is not in the distribution', () => {
  const distribution = distributionOf([
    worth('a', 0),
    worth('b', 50),
    worth('c', 59),
    worth('d', 100),
    worth('e', 90),
    graded(grade('f', [], { state: 'missing' })),
    graded(grade('g', [], { state: 'not-graded', reason: 'no disk' })),
  ]);
  expect(distribution.tenths).toEqual([1, 0, 0, 0, 0, 2, 0, 0, 0, 2]);
  expect(distribution).toMatchObject({ graded: 5, missing: 1, notGraded: 1 });
  expect(distribution).toMatchObject({ median: 59, quartiles: [50, 90] });
});

test('of an empty class nothing is claimed', () => {
  expect(distributionOf([])).toMatchObject({ graded: 0, median: null, quartiles: null });
  expect(clusterFailures([])).toEqual([]);
  expect(hardestChecks([])).toEqual([]);
  expect(standingsOf([])).toEqual({ lessons: [], rows: [] });
});

test('the hardest check is the one that most works fail, whatever their variant', () => {
  const checks = hardestChecks([
    graded(grade('a', [lesson('03', failing('x', 1, titleOf('task')), checked('y'))])),
    graded(grade('b', [lesson('03', failing('x', 1, titleOf('book')), failing('z', 1))]), 'books'),
    graded(grade('c', [lesson('03', notRun('x', 'z failed'), failing('z', 3))])),
  ]);
  expect(checks.map(({ id }) => id)).toEqual(['z', 'x']);
  expect(checks[1]).toMatchObject({
    title: 'POST of a {item} answers 201',
    asked: 3,
    failed: 2,
    notRun: 1,
    cost: 3,
  });
});

test('who is stuck is stuck at the first lesson that is not whole', () => {
  const { lessons, rows } = standingsOf([
    graded(grade('a', [lesson('03', checked('x')), lesson('04', failing('y', 5))])),
    graded(grade('b', [lesson('03', checked('x')), lesson('04', checked('y'))])),
  ]);
  expect(lessons.map(({ id }) => id)).toEqual(['03', '04']);
  expect(rows).toEqual([
    { work: 'a', total: 15, shares: [100, 50], stuckAt: '04' },
    { work: 'b', total: 20, shares: [100, 100], stuckAt: null },
  ]);
});

test('points have two decimals at most, and a real minus', () => {
  expect([1 / 3, -2.5, -0.001, 10].map(pointsText)).toEqual(['0.33', '−2.5', '0', '10']);
  expect([3, -3, 0].map(changeText)).toEqual(['+3', '−3', '0']);
});

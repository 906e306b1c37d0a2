import { describe, expect, test } from 'vitest';
import { testsOf, withLessonBegun } from '../../../src/lessons/exercise-mode.ts';
import { renderProject } from '../../../src/scaffold/render.ts';
import { loadTemplates } from '../../../src/scaffold/template-set.ts';
import { plan } from '../../support/plan.ts';

const open = ['03-create-and-read', '04-validation'];
const learning = { ...plan(), open };
const render = (wanted: ReturnType<typeof plan>) =>
  renderProject(wanted, loadTemplates(wanted.stack.id, wanted.stage), null);
const pathOf = (lesson: string) => `test/given/1-in-memory/${lesson}.test.ts`;

describe('a project whose lessons are open', () => {
  const [finished, exercise] = [render(plan()), render(learning)];

  test('has the starters in place of the solutions', () => {
    const path = 'src/tasks/routes.ts';
    expect(finished.get(path)).toContain('reply.code(201)');
    expect(exercise.get(path)).not.toContain("header('Location'");
  });

  test('has the tests of those lessons still to do, and the others as they are', () => {
    for (const lesson of open) {
      expect(exercise.get(pathOf(lesson))).toBe(
        `import { it } from 'node:test';\n\nit.todo('${lesson}: its tests come when it begins');\n`,
      );
    }
    const other = pathOf('00-start-here');
    expect(exercise.get(other)).toBe(finished.get(other));
    expect([...exercise.keys()]).toEqual([...finished.keys()]);
  });

  test('says so in its state', () => {
    const state = JSON.parse(exercise.get('create-backend.json')!);
    expect(state).toMatchObject({ mode: 'exercise', open });
  });

  test('gets the tests of a lesson when it begins', () => {
    const begun = withLessonBegun(exercise, learning, open[0]!);
    expect(begun.get(pathOf(open[0]!))).toBe(finished.get(pathOf(open[0]!)));
    expect(begun.get(pathOf(open[1]!))).toBe(exercise.get(pathOf(open[1]!)));
  });

  test('has no tests for a lesson that comes with none', () => {
    expect(testsOf(learning, '02-version-control')).toBeNull();
    expect(withLessonBegun(exercise, learning, '02-version-control')).toBe(exercise);
  });
});

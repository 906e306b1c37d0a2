import { UserError } from '../errors.ts';
import { givenTestPath } from '../scaffold/given-tests.ts';
import type { Plan } from '../scaffold/plan.ts';
import { renderProject, type Files } from '../scaffold/render.ts';
import { loadTemplates } from '../scaffold/template-set.ts';
import type { Stage } from '../catalog/stages.ts';
import type { Lesson } from './lesson.ts';
import { loadStageLessons } from './load-lessons.ts';

/** Lessons of a stage that have something for the learner to write, in order. */
export function lessonsToOpen(stage: Stage): string[] {
  const { lessons } = loadStageLessons(stage);
  return lessons.filter(({ exercises }) => exercises.length > 0).map(({ id }) => id);
}

/**
 * The lesson that a stage begins with.
 * @throws UserError where none is written
 */
export function firstLesson(stage: Stage): Lesson {
  const [first] = loadStageLessons(stage).lessons;
  if (first !== undefined) return first;
  throw new UserError(
    `The stage ${stage.id} has no lessons yet.`,
    'Make a project without --learn.',
  );
}

/** The tests that come with a lesson of the plan's stage; null for a lesson that has none. */
export function testsOf(plan: Plan, lesson: string): { path: string; text: string } | null {
  const path = givenTestPath(plan, lesson);
  const solved = { ...plan, open: plan.open.filter((open) => open !== lesson) };
  const text = renderProject(solved, loadTemplates(plan.stack.id, plan.stage), null).get(path);
  return text === undefined ? null : { path, text };
}

/** A rendered project with the tests of the lesson that it begins with. */
export function withLessonBegun(files: Files, plan: Plan, lesson: string): Files {
  const tests = testsOf(plan, lesson);
  return tests === null ? files : new Map([...files, [tests.path, tests.text]]);
}

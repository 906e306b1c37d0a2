import { stageFolder } from '../catalog/stages.ts';
import type { Plan } from './plan.ts';
import type { Files } from './render.ts';

type Place = Pick<Plan, 'stack' | 'stage'>;

/** Path of the tests that come with a lesson of the plan's stage. */
export function givenTestPath({ stack, stage }: Place, lesson: string): string {
  return stack.givenTests.pathOf(stageFolder(stage), lesson);
}

/** The files with the tests of some lessons still to do, as far as those have any. */
export function withTestsToDo(files: Files, place: Place, lessons: readonly string[]): Files {
  const todo = lessons
    .map((lesson) => [givenTestPath(place, lesson), place.stack.givenTests.todo(lesson)] as const)
    .filter(([path]) => files.has(path));
  return new Map([...files, ...todo]);
}

import { expect, test } from 'vitest';
import type { PlacedCheck } from '../../../src/checker/check.ts';
import type { ToldResult } from '../../../src/lessons/live/verdict.ts';
import { checksOfLesson, isDone } from '../../../src/site/checks-of-lesson.ts';
import { resourceNamed } from '../../support/render-with-kit.ts';

const resource = resourceNamed('tasks');
const all = [
  { id: 'earlier', title: 'earlier', lesson: '01-raw-http' },
  { id: 'first', title: 'POST of a valid {item}', lesson: '03-create-and-read' },
  { id: 'second', title: 'GET of {an item}', lesson: '03-create-and-read' },
] as PlacedCheck[];

function shownFor(...results: (readonly [check: string, state: ToldResult['state']])[]) {
  const told = results.map(([check, state]) => ({ check, state }) as ToldResult);
  const verdict = { time: '2026-11-21T12:00:00Z', isAsking: false, results: told };
  return checksOfLesson('03-create-and-read', all, verdict, resource);
}

test('a lesson shows its own checks in the words of the resource', () => {
  const { checks, time } = checksOfLesson('03-create-and-read', all, null, resource);
  expect(checks.map(({ title }) => title)).toEqual(['POST of a valid task', 'GET of a task']);
  expect(checks.map(({ state }) => state)).toEqual(['unasked', 'unasked']);
  expect(time).toBe(null);
});

test('a lesson is done once all of its checks were asked and none fails, of earlier lessons neither', () => {
  expect(isDone(shownFor(['first', 'pass'], ['second', 'pass']))).toBe(true);
  expect(isDone(shownFor(['first', 'pass'], ['second', 'not-run']))).toBe(true);
  expect(isDone(shownFor(['first', 'pass']))).toBe(false);
  expect(isDone(shownFor(['first', 'pass'], ['second', 'fail']))).toBe(false);
  expect(isDone(shownFor(['first', 'pass'], ['second', 'pass'], ['earlier', 'fail']))).toBe(false);
});

test('what fails elsewhere is shown beside, and what passes there is not', () => {
  const { elsewhere } = shownFor(['first', 'pass'], ['earlier', 'fail'], ['other', 'pass']);
  expect(elsewhere.map(({ check }) => check)).toEqual(['earlier']);
});

import { expect, test } from 'vitest';
import { roadShape } from '../../../src/site/parts/road-shape.ts';

test('a road begins at its first station, and nothing of it is driven', () => {
  const { stations, driven, reached } = roadShape(5, 0);
  expect(stations).toHaveLength(5);
  expect(driven).toBe('');
  expect(reached).toEqual(stations[0]);
});

test('after as many stations as it has, all of it is driven', () => {
  const { whole, driven } = roadShape(5, 5);
  expect(driven).toBe(whole);
});

test('half-way between two stations is in the middle of both', () => {
  const { stations, reached } = roadShape(4, 1.5);
  const [, second, third] = stations;
  expect(reached[0]).toBeCloseTo((second![0] + third![0]) / 2);
  expect(reached[1]).toBeCloseTo((second![1] + third![1]) / 2);
});

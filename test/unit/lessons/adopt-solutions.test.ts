import { describe, expect, test } from 'vitest';
import { adoptSolutions } from '../../../src/lessons/move/adopt-solutions.ts';

const base = 'a\n\nsolution\n\nz\n';
const regions = [{ lesson: '01-one', text: 'solution\n' }];

describe('what stands in the region of an exercise', () => {
  test('is taken over to both sides where the stage leaves the region alone', () => {
    const sides = { base, next: 'a\n\nsolution\nmore\n\nz\n', yours: 'a\n\nmy\n\nown\n\nz\n' };
    expect(adoptSolutions(sides, regions, false)).toEqual({
      base: 'a\n\nmy\n\nown\n\nz\n',
      next: 'a\n\nmy\n\nown\nmore\n\nz\n',
      givingWay: [],
    });
  });

  test('gives way where the stage rewrites the region and a learner wrote it', () => {
    const sides = { base, next: 'a\n\nanother\n\nz\n', yours: 'a\n\nmine\n\nz\n' };
    expect(adoptSolutions(sides, regions, true)).toEqual({
      base: 'a\n\nmine\n\nz\n',
      next: 'a\n\nanother\n\nz\n',
      givingWay: ['01-one'],
    });
  });

  test('is left to git where the stage rewrites it and it was nobody’s exercise', () => {
    const sides = { base, next: 'a\n\nanother\n\nz\n', yours: 'a\n\nmine\n\nz\n' };
    expect(adoptSolutions(sides, regions, false)).toMatchObject({ base, givingWay: [] });
  });

  test('may be at the end of a file, or at its beginning, or nothing any more', () => {
    const next = 'first\nmiddle\nlast\nnew\n';
    const sides = { base: 'first\nmiddle\nlast\n', next, yours: 'middle\nmy last\n' };
    expect(
      adoptSolutions(
        sides,
        ['first\n', 'last\n'].map((text) => ({ lesson: '01-one', text })),
        true,
      ),
    ).toEqual({
      base: 'middle\nmy last\n',
      next: 'middle\nmy last\nnew\n',
      givingWay: [],
    });
  });

  test.each([
    ['its surroundings were changed, too', 'b\nmine\ny\n', 'a\nsolution\nz\n'],
    ['it is not whole lines', 'a\nmine\nz\n', 'a\nthe solution\nz\n'],
    ['it is there twice', 'a\nmine\nz\n', 'a\nsolution\nsolution\nz\n'],
  ])('is left to git where %s', (_why, yours, kit) => {
    const adopted = adoptSolutions({ base: kit, next: kit, yours }, regions, true);
    expect(adopted).toEqual({ base: kit, next: kit, givingWay: [] });
  });
});

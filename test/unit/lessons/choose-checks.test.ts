import { describe, expect, test } from 'vitest';
import type { PlacedCheck } from '../../../src/checker/check.ts';
import { chooseChecks } from '../../../src/lessons/choose-checks.ts';

const check = (
  id: string,
  from: number,
  lesson: string | null,
  more: object = {},
): PlacedCheck => ({
  id,
  title: id,
  likely: '',
  from,
  lesson,
  run: async () => {},
  ...more,
});

const checks = [
  check('reads', 1, '03-create-and-read'),
  check('waits', 1, '09-lists-that-grow', { needs: ['patience'] }),
  check('conforms', 1, null),
  check('survives', 2, '01-it-forgets'),
  check('is-parametrised', 2, '02-speaking-sql'),
  check('waits-long', 2, '02-speaking-sql', { needs: ['patience'] }),
  check('migrates', 2, '03-changing-the-schema'),
];
const idsOf = (wish: Parameters<typeof chooseChecks>[1]) =>
  chooseChecks(checks, wish).map(({ id }) => id);

describe('a learner is asked', () => {
  test('the lesson at hand first, then what came before and needs no patience', () => {
    const upTo = { stage: 2, lesson: '02-speaking-sql' };
    expect(idsOf({ all: false, upTo })).toEqual([
      'is-parametrised',
      'waits-long',
      'reads',
      'survives',
    ]);
  });

  test('only what they name, where they name something', () => {
    const upTo = { stage: 2, lesson: '01-it-forgets' };
    expect(idsOf({ all: false, upTo, name: '03-changing' })).toEqual(['migrates']);
  });
});

test('who does not learn is asked all but the conformance set', () => {
  expect(idsOf({ all: false, upTo: null })).not.toContain('conforms');
  expect(idsOf({ all: false })).toHaveLength(6);
  expect(idsOf({ all: true })).toHaveLength(7);
});

test('a lesson that asks for nothing is not taken for an unknown name', () => {
  expect(() => idsOf({ all: false, name: '05-sql-and-orms' })).toThrow(
    '05-sql-and-orms only wants to be read: no check asks about it.',
  );
});

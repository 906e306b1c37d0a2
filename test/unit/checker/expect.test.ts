import { describe, expect, it } from 'vitest';
import { same } from '../../../src/checker/expect.ts';
import { Failure } from '../../../src/checker/failure.ts';

describe('a value that is not the expected one', () => {
  it('is shown by the first difference', () => {
    expect(differenceOf({ id: 1, title: 'b' }, { id: 1, title: 'a' })).toMatchObject({
      expected: '`title` of the item is "a"',
      got: '`title` of the item is "b"',
    });
  });

  it('is spelled out where it looks like the expected one', () => {
    expect(differenceOf('Zo\u00eb', 'Zoe\u0308')).toMatchObject({
      expected: String.raw`the item is "Zoe\u{308}"`,
      got: String.raw`the item is "Zo\u{eb}"`,
    });
  });
});

function differenceOf(actual: unknown, wanted: unknown): unknown {
  try {
    same(actual, wanted, 'the item');
  } catch (error) {
    return error instanceof Failure ? error.finding : error;
  }
  return null;
}

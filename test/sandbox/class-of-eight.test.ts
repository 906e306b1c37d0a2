import { describe, expect, test } from 'vitest';
import {
  foreign,
  incomplete,
  planted,
  uncommitted,
  unreadable,
} from '../support/classes/faults.ts';
import { readGradebooks } from '../support/classes/gradebooks.ts';
import { HeldClass } from '../support/classes/held-class.ts';
import { hostile } from '../support/classes/hostile.ts';
import { sandbox } from '../support/sandbox.ts';

describe.skipIf('missing' in sandbox)('a class of eight', () => {
  test('comes from a new course to its gradebook', { timeout: 1_800_000 }, async () => {
    const faults = [
      planted('no-location'),
      incomplete[0]!,
      unreadable[0]!,
      uncommitted[0]!,
      foreign[0]!,
      hostile[0]!,
    ];
    const held = await HeldClass.hold(
      [
        { form: 'clone', fault: null },
        { form: 'moodle', fault: null },
        ...faults.map((fault) => ({ form: 'zip' as const, fault })),
      ],
      'tasks',
    );
    await held.expectFairGrades();
    held.expectTellingFeedback();
    const { points } = held;
    expect(await readGradebooks(held.course)).toEqual({
      json: points,
      csv: points,
      moodle: points,
      canvas: points,
    });
    await held.expectNothingTwice();
  });
});

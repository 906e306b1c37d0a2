import { describe, expect, test } from 'vitest';
import { isVague } from '../../../lessons/1-in-memory/02-version-control/own-commits.ts';

describe('a message says nothing', () => {
  test.each([
    'fixed stuff',
    'wip',
    'Update',
    'update things',
    'some more changes',
    'fix bug',
    'final version 2',
    'asdf',
    '...',
    `Say ${'very '.repeat(20)}much`,
  ])('%s', (subject) => expect(isVague(subject)).toBe(true));
});

describe('a message says what changes', () => {
  test.each([
    'Refuse blank titles',
    'Fix the total of a filtered list',
    'Add tests for closed tasks',
    'docs: explain the settings',
    'Übersetze die Fehlertexte',
    '修正列表的排序',
  ])('%s', (subject) => expect(isVague(subject)).toBe(false));
});

import { expect, test } from 'vitest';
import {
  isSameWish,
  keyOf,
  packagesBeyond,
  readWish,
} from '../../../src/classroom/packages/npm-manifest.ts';

const manifest = {
  name: 'a',
  scripts: { postinstall: 'rm -rf /' },
  dependencies: { zod: '4.0.0' },
};
const lock = { name: 'a', packages: { '': { name: 'a', dependencies: { zod: '4.0.0' } } } };
const wishOf = (one: object, other: object) =>
  readWish(JSON.stringify(one), JSON.stringify(other))!;

test('packages are wished for without the name of who does, and without scripts', () => {
  const wish = wishOf(manifest, lock);
  const other = wishOf({ ...manifest, name: 'b', scripts: {} }, { ...lock, name: 'b' });
  expect(wish.manifest).not.toContain('postinstall');
  expect(isSameWish(wish, other)).toBe(true);
  expect(keyOf(wish)).toBe(keyOf(other));
});

test('a further package is another wish, and told', () => {
  const more = { ...manifest, devDependencies: { 'left-pad': '1.0.0' } };
  const wish = wishOf(more, lock);
  expect(isSameWish(wish, wishOf(manifest, lock))).toBe(false);
  expect(packagesBeyond(wish, wishOf(manifest, lock))).toEqual(['left-pad']);
});

test.each([
  ['no JSON', '{', '{}'],
  ['no object', '[]', '{}'],
  ['no lock file', '{}', null],
])('%s is no wish', (_what, one, other) => {
  expect(readWish(one, other)).toBeNull();
});

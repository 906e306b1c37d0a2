import { expect, test } from 'vitest';
import { installScripts } from '../../../src/classroom/packages/install-scripts.ts';
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

test('what would run at an installation is known by name, the packages that would included', () => {
  const scripts = { test: 'node --test', postinstall: 'x', prepare: 'y' };
  const packages = {
    '': {},
    'node_modules/a/node_modules/@b/c': { hasInstallScript: true },
    'node_modules/d': { hasInstallScript: false },
  };
  const texts = { manifest: JSON.stringify({ scripts }), lock: JSON.stringify({ packages }) };
  expect(installScripts(texts)).toEqual(['postinstall', 'prepare', '@b/c']);
});

test.each([
  ['nothing', { manifest: null, lock: null }],
  ['odd things', { manifest: '{"scripts":7}', lock: '{"packages":{"x":null,"y":"z"}}' }],
])('%s would run nothing', (_what, texts) => {
  expect(installScripts(texts)).toEqual([]);
});

import { expect, test } from 'vitest';
import { spellProjectName } from '../../src/catalog/names.ts';
import { mergeByKey, renderLockFile, renderManifest } from '../../src/scaffold/manifest.ts';
import { plan } from '../support/plan.ts';

test('shares are merged by key, in the order of the stages', () => {
  const merged = [
    { scripts: { dev: 'a', test: 'b' } },
    { scripts: { dev: 'c' }, files: ['x'] },
    { files: ['y'] },
  ].reduce(mergeByKey, {});
  expect(merged).toEqual({ scripts: { dev: 'c', test: 'b' }, files: ['y'] });
});

test('null removes what an earlier stage brought, and is no value of its own', () => {
  expect(mergeByKey({ a: { b: 1, c: 2 }, d: 3 }, { a: { b: null }, d: null, e: null })).toEqual({
    a: { c: 2 },
  });
});

test('merging changes neither side', () => {
  const base = { a: { b: 1 } };
  mergeByKey(base, { a: { b: null } });
  expect(base).toEqual({ a: { b: 1 } });
});

test('a list or a text replaces an object, and an object a text', () => {
  expect(mergeByKey({ a: { b: 1 }, c: 'd' }, { a: [1], c: { e: 1 } })).toEqual({
    a: [1],
    c: { e: 1 },
  });
});

test("the manifest begins with the project's identity and sorts what it depends on", () => {
  const text = renderManifest(plan(), [
    { dependencies: { zod: '4.0.0' } },
    { dependencies: { fastify: '5.0.0' } },
  ]);
  expect(Object.keys(JSON.parse(text))).toEqual([
    'name',
    'version',
    'private',
    'type',
    'dependencies',
  ]);
  expect(Object.keys(JSON.parse(text).dependencies)).toEqual(['fastify', 'zod']);
  expect(text.endsWith('}\n')).toBe(true);
});

test('a project on a machine with an old Node brings its own', () => {
  const manifest = JSON.parse(
    renderManifest(plan({}, 20), [{ devDependencies: { zod: '1.0.0' } }]),
  );
  expect(manifest.devDependencies).toEqual({ node: expect.stringMatching(/^24\./), zod: '1.0.0' });
  expect(manifest.allowScripts).toEqual({ node: true });
});

test('a shipped lock file takes the name of the project', () => {
  const shipped = JSON.stringify({
    name: 'x',
    lockfileVersion: 3,
    packages: { '': { name: 'x', version: '1' }, 'node_modules/x': { name: 'x' } },
  });
  const lock = JSON.parse(renderLockFile(plan({ name: spellProjectName('shop') }), shipped));
  expect(lock).toMatchObject({
    name: 'shop',
    packages: { '': { name: 'shop' }, 'node_modules/x': { name: 'x' } },
  });
});

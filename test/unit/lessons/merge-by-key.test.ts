import { describe, expect, test } from 'vitest';
import { mergeByKeys } from '../../../src/lessons/move/merge-by-key.ts';

const base = {
  name: 'my-api',
  scripts: { dev: 'node --watch', test: 'node --test' },
  dependencies: { fastify: '5.12.8', zod: '4.6.7' },
  files: ['a'],
};

describe('a merge by key', () => {
  test('takes what one side alone has changed, added or removed', () => {
    const yours = {
      name: 'shop',
      scripts: { dev: 'node --watch', test: 'node --test', lint: 'oxlint' },
      dependencies: { fastify: '5.12.8', nanoid: '5.0.0', zod: '4.6.7' },
      files: ['a'],
    };
    const theirs = {
      name: 'my-api',
      scripts: { dev: 'node --run migrate', migrate: 'node migrate.ts' },
      dependencies: { fastify: '5.12.8', pg: '8.23.1', zod: '4.6.7' },
      files: ['a', 'b'],
    };
    expect(mergeByKeys({ base, yours, theirs }, 'yours')).toEqual({
      merged: {
        name: 'shop',
        scripts: { dev: 'node --run migrate', migrate: 'node migrate.ts', lint: 'oxlint' },
        dependencies: { fastify: '5.12.8', nanoid: '5.0.0', pg: '8.23.1', zod: '4.6.7' },
        files: ['a', 'b'],
      },
      conflicts: [],
    });
  });

  test('keeps your order, and puts what is new where they have it', () => {
    const yours = { zeta: 1, alpha: 2 };
    const theirs = { first: 0, alpha: 2, beta: 3, zeta: 1 };
    const { merged } = mergeByKeys({ base: { alpha: 2, zeta: 1 }, yours, theirs }, 'yours');
    expect(Object.keys(merged)).toEqual(['first', 'zeta', 'alpha', 'beta']);
  });

  test('keeps a list of names in alphabetical order where both sides have it so', () => {
    const yours = { fastify: '1', nanoid: '1', zod: '1' };
    const theirs = { fastify: '1', jose: '1', pg: '1', zod: '1' };
    const { merged } = mergeByKeys({ base: { fastify: '1', zod: '1' }, yours, theirs }, 'yours');
    expect(Object.keys(merged)).toEqual(['fastify', 'jose', 'nanoid', 'pg', 'zod']);
  });

  test.each([
    ['yours', { scripts: { dev: 'mine' } }],
    ['theirs', { scripts: { dev: 'theirs' } }],
    ['base', { scripts: { dev: 'node' } }],
  ] as const)('names what both have changed, and lets %s stand there', (side, merged) => {
    const sides = {
      base: { scripts: { dev: 'node' } },
      yours: { scripts: { dev: 'mine' } },
      theirs: { scripts: { dev: 'theirs' } },
    };
    const conflict = { path: ['scripts', 'dev'], base: 'node', yours: 'mine', theirs: 'theirs' };
    expect(mergeByKeys(sides, side)).toEqual({ merged, conflicts: [conflict] });
  });

  test('has a conflict where one side removes what the other changes', () => {
    const sides = { base: { scripts: { dev: 'node' } }, yours: {}, theirs: { scripts: {} } };
    const { conflicts, merged } = mergeByKeys(sides, 'yours');
    expect(conflicts.map(({ path }) => path)).toEqual([['scripts']]);
    expect(merged).toEqual({});
  });

  test('merges what both sides have added to a new object', () => {
    const sides = {
      base: {},
      yours: { engines: { npm: '11' } },
      theirs: { engines: { node: '24' } },
    };
    expect(mergeByKeys(sides, 'yours')).toEqual({
      merged: { engines: { npm: '11', node: '24' } },
      conflicts: [],
    });
  });

  test('is not fooled by names that every object has', () => {
    const sides = { base: {}, yours: {}, theirs: { constructor: '1.0.0' } };
    expect(mergeByKeys(sides, 'yours').merged).toEqual({ constructor: '1.0.0' });
  });
});

import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Install } from '../../../src/classroom/packages/install.ts';
import { GraderFault } from '../../../src/classroom/grading/grader-fault.ts';
import { PackageStore } from '../../../src/classroom/packages/package-store.ts';
import { temporaryFolder } from '../../support/temporary.ts';

const wish = { manifest: '{}', lock: '{}' };

/** A store whose network fails the first times. */
function storeWith(failures: number) {
  let tries = 0;
  const install: Install = async () => {
    tries += 1;
    if (tries <= failures) throw new GraderFault('the registry cannot be reached: ETIMEDOUT');
    return { refused: null };
  };
  return { store: new PackageStore(temporaryFolder(), install), tries: () => tries };
}

test('packages are installed once for all who wish the same', async () => {
  const { store, tries } = storeWith(0);
  const [one, other] = [await store.packagesFor(wish), await store.packagesFor({ ...wish })];
  expect(one).toEqual(other);
  expect('folder' in one && existsSync(one.folder)).toBe(true);
  expect(tries()).toBe(1);
});

test('a network that fails for a moment is tried once more', async () => {
  const { store, tries } = storeWith(1);
  expect(await store.packagesFor(wish)).toHaveProperty('folder');
  expect(tries()).toBe(2);
});

test('a network that is not there is not tried for everybody anew', async () => {
  const { store, tries } = storeWith(Infinity);
  await expect(store.packagesFor(wish)).rejects.toThrow(GraderFault);
  await expect(store.packagesFor(wish)).rejects.toThrow(GraderFault);
  expect(tries()).toBe(2);
});

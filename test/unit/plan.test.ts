import { describe, expect, test } from 'vitest';
import { spellProjectName } from '../../src/catalog/names.ts';
import { findStage } from '../../src/catalog/stages.ts';
import { nodePackageManagers } from '../../src/catalog/package-managers.ts';
import { PINNED_NODE } from '../../src/catalog/pinned-node.ts';
import { planProject } from '../../src/scaffold/plan.ts';
import { answers, kit, plan } from '../support/plan.ts';

describe('a plan', () => {
  test.each([
    [24, null],
    [26, null],
    [20, PINNED_NODE],
    [null, PINNED_NODE],
  ])('on a machine with Node %s pins Node %s', (machineNode, pin) => {
    expect(plan({}, machineNode).nodePin).toBe(pin);
  });

  test('says how to make the same again, pinned to this version of the kit', () => {
    expect(
      plan({ stage: findStage('auth')!, packageManager: nodePackageManagers[1]! }).remake,
    ).toBe(
      'npx create-backend-roadmap@1.2.3 my-api --resource tasks --stack typescript --stage auth --pm pnpm --yes',
    );
  });

  test.each([{ kind: 'described' }, { kind: 'file', path: '/tmp/my schema.json' }] as const)(
    'whose resource was %j is made again from the project itself, beside it',
    (resourceSource) => {
      expect(plan({ name: spellProjectName('shop'), resourceSource }).remake).toContain(
        ' shop-2 --name shop --resource shop/create-backend.json ',
      );
    },
  );

  test('leaves no lesson open where nothing is said', () => {
    expect(plan().open).toEqual([]);
  });

  test('that leaves lessons open is made again with --learn', () => {
    const learning = planProject(answers(), kit, 24, ['04-validation']);
    expect(learning.open).toEqual(['04-validation']);
    expect(learning.remake).toContain(' --pm npm --learn --yes');
  });
});

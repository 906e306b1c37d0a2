import { expect } from 'vitest';
import type { Learner } from '../../support/learner.ts';
import { crossBorder } from '../stage-walk.ts';
import type { Stage } from '../../../src/catalog/stages.ts';
import { typeWell } from '../walker.ts';

/** Keeps their own in one file, and takes the stage's side in the other. */
export async function crossByChoice(learner: Learner): Promise<void> {
  await crossInto(learner, ['package.json', 'src/deps.ts']);
  expect((await learner.type('upgrade', '--continue')).exitCode).toBe(1);
  await typeWell(learner, 'upgrade', '--keep', 'package.json');
  const taken = await typeWell(learner, 'upgrade', '--take', 'src/deps.ts');
  const [, command] = /git (show \S+deps\.ts)/.exec(taken)!;
  expect(learner.git(...command!.split(' '))).toContain(
    'new MemoryTaskStore(/* until there is a database */)',
  );
  await typeWell(learner, 'upgrade', '--continue');
  expect(learner.read('package.json')).toContain('--watch --env-file-if-exists=.env src/server.ts');
}

/** Gives way to the stage in what was kept at the border before. */
export async function crossGivingWay(learner: Learner): Promise<void> {
  await crossInto(learner, ['package.json']);
  await typeWell(learner, 'upgrade', '--take', 'package.json');
  await typeWell(learner, 'upgrade', '--continue');
  expect(learner.read('package.json')).toContain('scripts/dev.ts"');
}

/** Brings both sides together in an editor. */
export async function crossByHand(learner: Learner): Promise<void> {
  await crossInto(learner, ['src/config.ts']);
  const conflict = /^<{7}[^]*?^>{7}.*$/m;
  expect(learner.read('src/config.ts')).toMatch(conflict);
  const both = '  if (result.success) return refuseUnsafe({ ...result.data })';
  learner.write('src/config.ts', learner.read('src/config.ts').replace(conflict, both));
  await typeWell(learner, 'upgrade', '--continue');
}

/** Crosses, comes back, and crosses again; each side is as it was. */
export async function crossBackAndForth(learner: Learner, stage: Stage): Promise<void> {
  const files = () => learner.git('rev-parse', 'HEAD^{tree}');
  const before = files();
  await crossBorder(learner, stage);
  const after = files();
  await typeWell(learner, 'back');
  expect(files()).toBe(before);
  await crossBorder(learner, stage);
  expect(files()).toBe(after);
}

/** Comes as far as files in which both have changed the same. */
async function crossInto(learner: Learner, expected: readonly string[]): Promise<void> {
  const { exitCode, stdout, stderr } = await learner.type('next', '--yes', '--json');
  expect(exitCode, stdout + stderr).toBe(1);
  const { conflicts } = JSON.parse(stdout) as { conflicts: { path: string }[] };
  expect(conflicts.map(({ path }) => path)).toEqual(expected);
}

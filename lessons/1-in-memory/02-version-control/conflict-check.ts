import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { Failure, NotRunnable } from '../../../src/checker/failure.ts';
import {
  conflictIn,
  hasConflict,
  SIDES,
  suitsBoth,
} from '../../../src/lessons/practice/conflict.ts';

/** The conflict that `create-backend practice` makes, in a repository of its own. */
export const conflictCheck: Check = {
  id: 'conflict-is-resolved',
  title: 'in the sandbox both branches are one, and the sign says what both of them wanted',
  likely: 'one side was taken whole, the marks were left in, or the merge was not committed',
  needs: ['project', 'own-machine'],
  run: async ({ isAtHand, project, git: own }) => {
    if (!isAtHand) throw new NotRunnable('it looks at the sandbox of a lesson not at hand');
    if (!hasConflict(project)) {
      const expected = 'a sandbox, which `create-backend practice` makes';
      throw new Failure({ expected, got: 'there is none' });
    }
    const { folder, file } = conflictIn(project);
    const git = own.in(folder);
    const isMerging = existsSync(join(folder, '.git', 'MERGE_HEAD'));
    expect.that(!isMerging, 'a merge that is committed', undefined, 'git is in the middle of it');
    const history = (await git.read('log', '--format=%s', 'HEAD')).split('\n');
    const missing = SIDES.find((side) => !history.includes(side));
    const sides = `a history with "${missing}" in it`;
    expect.that(missing === undefined, sides, undefined, 'that branch is not merged');
    const sign = await git.read('show', `HEAD:${file}`);
    expect.that(suitsBoth(sign), 'a sign that says "Open from 8 to 20"', undefined, sign);
  },
};

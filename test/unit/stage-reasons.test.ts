import { describe, expect, test } from 'vitest';
import { presets } from '../../src/catalog/presets.ts';
import { stages, type Stage } from '../../src/catalog/stages.ts';
import { diffStages, type FileDiff } from '../../src/scaffold/stage-diff.ts';
import { loadTemplates } from '../../src/scaffold/template-set.ts';
import { plan } from '../support/plan.ts';
import { resourceNamed } from '../support/render-with-kit.ts';

const resources = [...Object.keys(presets), 'all-types'];

describe.each(stages.slice(1))('the stage $id', (stage) => {
  test.each(resources)('says of each file and each hunk why it changes, with %s', (resource) => {
    expect(changesIn(stage, resource).flatMap(unexplained)).toEqual([]);
  });

  test('gives no reason for what it does not change', () => {
    const { notes, hunks } = loadTemplates('typescript', stage).at(-1)!.notes;
    const given = [notes, ...Object.values(hunks)].flatMap((reasons) => Object.values(reasons));
    const shown = resources
      .flatMap((resource) => changesIn(stage, resource))
      .flatMap((file) => [file.why, ...file.hunks.map(({ why }) => why)])
      .join('; ');
    const unused = given.filter((why) => !shown.includes(why));
    expect(unused).toEqual([]);
  });
});

function changesIn(stage: Stage, resource: string): FileDiff[] {
  const templates = loadTemplates('typescript', stage);
  const planned = { ...plan({ stage, resource: resourceNamed(resource) }), open: [] };
  return diffStages(planned, stages[stage.number - 2]!, templates);
}

/** What a reader would have to guess: of a file with one hunk, the file's reason is its own. */
function unexplained({ path, why, hunks }: FileDiff): string[] {
  if (why === null) return [path];
  if (hunks.length === 1) return [];
  return hunks.filter((hunk) => hunk.why === null).map(({ place }) => `${path} ${place}`);
}

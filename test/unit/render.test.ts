import { describe, expect, test } from 'vitest';
import { nodePackageManagers } from '../../src/catalog/package-managers.ts';
import { findStage } from '../../src/catalog/stages.ts';
import { renderProject } from '../../src/scaffold/render.ts';
import { diffStages } from '../../src/scaffold/stage-diff.ts';
import { compileStage, type StageSource } from '../support/dialect.ts';
import { plan, resourceFrom } from '../support/plan.ts';

const lineItems = resourceFrom({
  title: 'line_item',
  type: 'object',
  properties: { code: { type: 'string', 'x-unique': true } },
  required: ['code'],
});

async function render(stages: readonly StageSource[], said: Parameters<typeof plan>[0] = {}) {
  return renderProject(plan(said), await Promise.all(stages.map(compileStage)), null);
}

describe('a project', () => {
  test('is the union of its stages, the later file where two have the same path', async () => {
    const files = await render([{ files: { a: '1', 'b/c': '1' } }, { files: { a: '2', d: '2' } }]);
    expect([...files.keys()]).toEqual(['a', 'b/c', 'create-backend.json', 'd', 'package.json']);
    expect(files.get('a')).toBe('2');
  });

  test('loses what a later stage replaces', async () => {
    const files = await render([
      { files: { a: '1', b: '1' } },
      { files: {}, notes: { replaces: ['a'] } },
    ]);
    expect([...files.keys()]).not.toContain('a');
  });

  test('cannot lose what is not there', async () => {
    await expect(render([{ files: {}, notes: { replaces: ['a'] } }])).rejects.toThrow(
      'A stage replaces a, which is not there',
    );
  });

  test("may have the resource's names in its paths", async () => {
    const files = await render(
      [{ files: { 'src/[resources]/[resource].ts.hbs': '{{resource.plural}}' } }],
      { resource: lineItems },
    );
    expect(files.get('src/line-items/line-item.ts')).toBe('line_items');
  });

  test('lacks a file that is an exercise as a whole, while its lesson is open', async () => {
    const source = '{{#exercise "05-indexes"}}\nsolution\n{{/exercise}}\n';
    const stage = await compileStage({ files: { 'a.sql.hbs': source } });
    const solved = plan();
    const open = { ...solved, open: ['05-indexes'] };
    expect(renderProject(solved, [stage], null).get('a.sql')).toBe('solution\n');
    expect(renderProject(open, [stage], null).has('a.sql')).toBe(false);
  });

  test('names the template that does not render', async () => {
    await expect(render([{ files: { 'src/bad.ts.hbs': '{{nothing}}' } }])).rejects.toThrow(
      'the template src/bad.ts does not render',
    );
  });

  test('has what its package manager needs', async () => {
    const files = await render([{ files: {} }], {
      packageManager: nodePackageManagers.find(({ id }) => id === 'yarn')!,
    });
    expect(files.get('.yarnrc.yml')).toBe('nodeLinker: node-modules\n');
  });

  test('has its lock file under its own name', async () => {
    const lock = JSON.stringify({ name: 'x', packages: { '': { name: 'x' } } });
    const files = renderProject(plan(), [await compileStage({ files: {} })], lock);
    expect(files.get('package-lock.json')).toContain('"name": "my-api"');
  });

  test('says in its state file all that it takes to make it again', async () => {
    const files = await render([{ files: {} }], { resource: lineItems });
    expect(JSON.parse(files.get('create-backend.json')!)).toEqual({
      schema: 1,
      kit: '1.2.3',
      name: 'my-api',
      stack: 'typescript',
      stage: 'in-memory',
      mode: 'finished',
      packageManager: 'npm',
      open: [],
      resource: lineItems.schema,
    });
  });

  test('is the same text whenever the plan is the same', async () => {
    const stages = [{ files: { 'a.hbs': '{{json resource}}{{kit.remake}}' } }];
    expect(await render(stages)).toEqual(await render(stages));
  });
});

async function difference() {
  const stages = [
    { files: { same: '1\n', changed: 'a\nb\nc\n', '[resources]': 'x\n' } },
    {
      files: { changed: 'a\nB\nc\n', new: 'y\nz\n' },
      notes: { replaces: ['[resources]'], notes: { '[resources]': 'gone', changed: 'because' } },
    },
  ];
  const later = plan({ stage: findStage('sqlite')!, resource: lineItems });
  const diffs = diffStages(
    later,
    findStage('in-memory')!,
    await Promise.all(stages.map(compileStage)),
  );
  return diffs.filter(({ path }) => path !== 'create-backend.json');
}

describe('the difference of two stages', () => {
  test('lists what was added, changed and removed, by path', async () => {
    const diffs = await difference();
    expect(diffs.map(({ path, change, added, removed }) => [path, change, added, removed])).toEqual(
      [
        ['changed', 'changed', 1, 1],
        ['line-items', 'removed', 0, 1],
        ['new', 'added', 2, 0],
      ],
    );
  });

  test('says why, in the words of the stage', async () => {
    expect((await difference()).map(({ why }) => why)).toEqual(['because', 'gone', null]);
  });

  test('shows the lines with their signs under the places where they are', async () => {
    const [changed] = await difference();
    const lines = [' a', '-b', '+B', ' c'];
    expect(changed!.hunks).toEqual([{ place: '@@ -1,3 +1,3 @@', lines, why: null }]);
  });
});

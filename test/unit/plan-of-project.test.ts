import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findStage } from '../../src/catalog/stages.ts';
import { findProject, requireProject } from '../../src/project/read-state.ts';
import { planOfProject } from '../../src/scaffold/plan-of-project.ts';
import type { Plan } from '../../src/scaffold/plan.ts';
import { renderProject, type Files } from '../../src/scaffold/render.ts';
import { loadTemplates } from '../../src/scaffold/template-set.ts';
import { kit, plan, resourceFrom } from '../support/plan.ts';
import { temporaryFolder } from '../support/temporary.ts';

const render = (wanted: Plan) =>
  renderProject(wanted, loadTemplates(wanted.stack.id, wanted.stage), null);

function written(files: Files): string {
  const folder = temporaryFolder();
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const recipes = resourceFrom({
  title: 'recipe',
  'x-plural': 'recipes',
  type: 'object',
  required: ['title'],
  properties: {
    title: { type: 'string', minLength: 1, maxLength: 80, 'x-unique': true },
    done: { type: 'boolean', default: false, 'x-closes': true },
  },
});

describe('the plan of a project that is there', () => {
  test.each<[string, Plan]>([
    ['of a preset', plan({ stage: findStage('sqlite')! })],
    [
      'of a resource of its own',
      plan({ resource: recipes, resourceSource: { kind: 'described' } }),
    ],
    ['that brings its own Node', plan({}, 20)],
    ['that leaves lessons open', { ...plan(), open: ['04-validation'] }],
  ])('%s renders the same files again', (_what, original) => {
    const files = render(original);
    const project = requireProject(written(files));
    const again = render({ ...planOfProject(project, kit), remake: original.remake });
    expect(Object.fromEntries(again)).toEqual(Object.fromEntries(files));
  });

  test('is found from a folder below', () => {
    const folder = written(render(plan()));
    expect(findProject(join(folder, 'src', 'http'))?.folder).toBe(folder);
  });

  test.each([
    ['a package manager', { packageManager: 'cargo' }, 'no package manager that is known here'],
    ['open lessons', { open: 'all' }, 'open lessons that are no list of words'],
  ])('is refused where its state has wrong %s', (_what, wrong, reason) => {
    const folder = written(render(plan()));
    const path = join(folder, 'create-backend.json');
    const state = JSON.parse(readFileSync(path, 'utf8')) as object;
    writeFileSync(path, JSON.stringify({ ...state, ...wrong }));
    expect(() => findProject(folder)).toThrow(reason);
  });
});

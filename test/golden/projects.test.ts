import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findStage, stageFolder } from '../../src/catalog/stages.ts';
import type { Files } from '../../src/scaffold/render.ts';
import { isBuilt, renderWithKit, testedStages } from '../support/render-with-kit.ts';

/**
 * What the kit makes, kept to be looked at: a change of a template shows here as a diff.
 * `UPDATE_GOLDEN=1 npx vitest run --project golden` writes it anew.
 */
const isUpdating = Boolean(process.env['UPDATE_GOLDEN']);
const here = import.meta.dirname;

function keep(folder: string, files: Files): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function kept(folder: string): Files {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

describe('the files of a project', () => {
  test.each(testedStages)('at the stage $id are those that are kept', async (stage) => {
    const list = `${[...(await renderWithKit(stage, 'tasks')).keys()].join('\n')}\n`;
    const path = join(here, 'files', `${stageFolder(stage)}.txt`);
    if (isUpdating) writeFileSync(path, list);
    expect(list).toBe(readFileSync(path, 'utf8'));
  });
});

describe('the project', () => {
  test.for([
    ['in-memory', 'tasks'],
    ['auth', 'books'],
  ] as const)(
    'at the stage %s with %s is the one that is kept',
    async ([id, resource], { skip }) => {
      const stage = findStage(id)!;
      if (!isBuilt(stage) && !process.env['CI']) skip();
      const files = await renderWithKit(stage, resource);
      const folder = join(here, 'projects', `${id}-${resource}`);
      if (isUpdating) keep(folder, files);
      expect(existsSync(folder)).toBe(true);
      const expected = kept(folder);
      expect([...files.keys()].sort()).toEqual([...expected.keys()].sort());
      for (const [path, text] of files) expect(text, path).toBe(expected.get(path));
    },
  );
});

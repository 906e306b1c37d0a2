import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { check, getFileInfo, resolveConfig } from 'prettier';
import { describe, expect, test } from 'vitest';
import type { Files } from '../../src/scaffold/render.ts';
import { renderWithKit, testedStages } from '../support/render-with-kit.ts';
import { temporaryFolder } from '../support/temporary.ts';

const resources = [
  'tasks',
  'notes',
  'books',
  'members',
  'products',
  'all-types',
  'shortest',
  'longest',
];
const cells = testedStages.flatMap((stage) => resources.map((resource) => ({ stage, resource })));

/** Paths that the project's own `prettier --check .` would complain of. */
async function misformatted(files: Files): Promise<string[]> {
  const folder = temporaryFolder();
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const ignorePath = join(folder, '.prettierignore');
  const wrong: string[] = [];
  for (const [path, text] of files) {
    const filepath = join(folder, path);
    const { ignored, inferredParser } = await getFileInfo(filepath, { ignorePath });
    if (ignored || inferredParser === null) continue;
    const config = await resolveConfig(filepath, { editorconfig: true });
    if (!(await check(text, { ...config, filepath }))) wrong.push(path);
  }
  return wrong;
}

describe('formatting changes nothing', () => {
  test.each(cells)('at the stage $stage.id with $resource', async ({ stage, resource }) => {
    expect(await misformatted(await renderWithKit(stage, resource))).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { stages } from '../../src/catalog/stages.ts';
import { movable, type Movable } from '../support/movable.ts';

const ids = stages.map(({ id }) => id);
const borders = ids.slice(1).map((to, at): [from: string, to: string] => [ids[at]!, to]);

/** Everything that people do to a project, at places that no stage touches. */
function makeYours(project: Movable): void {
  project.git('mv', 'src/http/health.ts', 'src/http/alive.ts');
  project.edit('src/app.ts', './http/health.ts', './http/alive.ts');
  project.edit(
    'src/http/alive.ts',
    "{ status: 'ok' } as const;",
    "{ status: 'ok' } as const; // mine",
  );
  project.git('rm', '--quiet', 'requests.http');
  project.write('src/hello.ts', "export const hello = () => 'hello';\n");
  project.edit('src/app.ts', '  useZod(app);', "  app.get('/hello', hello);\n  useZod(app);");
  project.edit(
    'src/app.ts',
    'import { serverOptions }',
    "import { hello } from './hello.ts';\nimport { serverOptions }",
  );
  project.editJson(
    'package.json',
    (json) => {
      json['dependencies'].nanoid = '5.1.5';
      json['scripts'].lint = 'oxlint';
    },
    4,
  );
  project.write('src/http/body.ts', project.read('src/http/body.ts').replaceAll('  ', '\t'));
  project.write('src/errors.ts', project.read('src/errors.ts').replaceAll('\n', '\r\n'));
  project.write('test/yours/hello.test.ts', "import '../../src/hello.ts';\n");
  project.edit('README.md', '## Choices\n', '## Choices\n\nMine, all mine.\n');
}

/** Shows that all of it is still there. */
function expectYours(project: Movable): void {
  expect(project.has('src/http/health.ts')).toBe(false);
  expect(project.read('src/http/alive.ts')).toContain('as const; // mine');
  expect(project.has('requests.http')).toBe(false);
  expect(project.read('src/app.ts')).toContain("  app.get('/hello', hello);\n  useZod(app);");
  expect(project.read('src/app.ts')).toContain("from './http/alive.ts'");
  expect(project.read('src/hello.ts')).toBe("export const hello = () => 'hello';\n");
  const manifest = project.read('package.json');
  expect(manifest).toContain('\n    "dependencies": {');
  expect(JSON.parse(manifest)).toMatchObject({
    scripts: { lint: 'oxlint' },
    dependencies: { nanoid: '5.1.5' },
  });
  expect(project.read('src/http/body.ts')).toContain('\n\t');
  expect(project.read('src/errors.ts').match(/(?<!\r)\n/)).toBe(null);
  expect(project.read('test/yours/hello.test.ts')).toBe("import '../../src/hello.ts';\n");
  expect(project.read('README.md')).toContain('\n\nMine, all mine.\n');
}

describe('a project that nobody has changed', () => {
  test.each(borders)('becomes from %s, byte by byte, one of %s, and back', async (from, to) => {
    const project = await movable(from);
    const before = project.git('rev-parse', 'HEAD^{tree}');
    await project.upgrade();
    expect(project.content).toBe((await movable(to)).content);
    expect([project.stage, project.isClean]).toEqual([to, true]);
    expect(project.git('log', '--format=%s', '-1')).toBe(`Move my-api on to the ${to} stage`);
    expect(project.git('rev-list', '--count', 'HEAD')).toBe('2');
    await project.back();
    expect(project.git('rev-parse', 'HEAD^{tree}')).toBe(before);
  });

  test('becomes from the first stage, in one step, one of the last', async () => {
    const project = await movable('in-memory', '--resource', 'books', '--pm', 'pnpm');
    await project.upgrade('--to', 'docker');
    const made = await movable('docker', '--resource', 'books', '--pm', 'pnpm');
    expect(project.content).toBe(made.content);
  });

  test('that an older kit has made becomes one of this kit', async () => {
    const project = await movable('in-memory');
    const version = (await project.kit('--version')).stdout.trim();
    project.edit('README.md', `${version}. The`, '0.0.1. The');
    project.edit(
      'README.md',
      `npx create-backend-roadmap@${version}`,
      'bunx create-backend-roadmap@0.0.1',
    );
    project.editJson('create-backend.json', (state) => (state['kit'] = '0.0.1'));
    project.commit('As an older kit would have made it');
    await project.upgrade();
    expect(project.content).toBe((await movable('sqlite')).content);
  });
});

describe('a project that was changed', () => {
  test.each(borders)('goes from %s to %s and back with all that is yours', async (from, to) => {
    const project = await movable(from);
    makeYours(project);
    project.commit();
    const before = project.git('rev-parse', 'HEAD^{tree}');
    await project.upgrade();
    expectYours(project);
    expect([project.stage, project.isClean]).toEqual([to, true]);
    await project.back();
    expectYours(project);
    expect(project.git('rev-parse', 'HEAD^{tree}')).toBe(before);
    await project.upgrade();
    expectYours(project);
  });

  test('goes all the way, and back to where it began', async () => {
    const project = await movable('in-memory');
    makeYours(project);
    project.commit();
    const before = project.git('rev-parse', 'HEAD^{tree}');
    for (const to of ids.slice(1)) {
      await project.upgrade();
      expect(project.stage).toBe(to);
      expectYours(project);
    }
    for (const _ of ids.slice(1)) await project.back();
    expect(project.git('rev-parse', 'HEAD^{tree}')).toBe(before);
  });
});

import { describe, expect, test } from 'vitest';
import { stages } from '../../src/catalog/stages.ts';
import { movable, type Movable } from '../support/movable.ts';
import { lendFormatter, OTHER_FORM } from '../support/own-form.ts';

/** For a test of many runs, in milliseconds. */
const LONG = 300_000;

const ids = stages.map(({ id }) => id);

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
  test(
    'becomes at every border, byte by byte, one of the next stage, and goes back',
    { timeout: LONG },
    async () => {
      const project = await movable('in-memory');
      const before = new Map([['in-memory', project.tree]]);
      for (const to of ids.slice(1)) {
        await project.upgrade();
        expect(project.content, to).toBe((await movable(to)).content);
        expect([project.stage, project.isClean]).toEqual([to, true]);
        expect(project.git('log', '--format=%s', '-1')).toBe(`Move my-api on to the ${to} stage`);
        before.set(to, project.tree);
      }
      expect(project.git('rev-list', '--count', 'HEAD')).toBe(String(ids.length));
      for (const to of ids.toReversed().slice(1)) {
        await project.back();
        expect(project.tree, to).toBe(before.get(to));
      }
    },
  );

  test('becomes from the first stage, in one step, one of the last', async () => {
    const flags = ['--resource', 'books', '--pm', 'pnpm'];
    const project = await movable('in-memory', ...flags);
    await project.upgrade('--to', 'docker');
    expect(project.content).toBe((await movable('docker', ...flags)).content);
  });

  test('that an older kit has made becomes one of this kit', async () => {
    const project = await movable('in-memory');
    const version = (await project.kit('--version')).stdout.trim();
    project.edit('README.md', `${version}. The`, '0.0.1. The');
    const [now, once] = [
      `npx create-backend-roadmap@${version}`,
      'bunx create-backend-roadmap@0.0.1',
    ];
    project.edit('README.md', now, once);
    project.editJson('create-backend.json', (state) => (state['kit'] = '0.0.1'));
    project.commit('As an older kit would have made it');
    await project.upgrade();
    expect(project.content).toBe((await movable('sqlite')).content);
    expect(project.read('create-backend.json')).toContain(`"kit": "${version}"`);
  });

  test('keeps what was added to its state file', async () => {
    const project = await movable('in-memory');
    project.editJson('create-backend.json', (state) => {
      state['commands'] = { start: ['node', 'src/main.ts'] };
    });
    project.commit();
    await project.upgrade();
    expect(JSON.parse(project.read('create-backend.json'))).toMatchObject({
      stage: 'sqlite',
      commands: { start: ['node', 'src/main.ts'] },
    });
  });
});

describe('a project that was changed', () => {
  test(
    'goes over every border with all that is yours, and back to where it began',
    { timeout: LONG },
    async () => {
      const project = await movable('in-memory');
      makeYours(project);
      project.commit();
      const before = project.tree;
      for (const to of ids.slice(1)) {
        await project.upgrade();
        expect([project.stage, project.isClean]).toEqual([to, true]);
        expectYours(project);
      }
      for (const _ of ids.slice(1)) await project.back();
      expect(project.tree).toBe(before);
      await project.upgrade();
      expectYours(project);
    },
  );

  test('may have lost its history, and gets what is not committed into a commit of its own', async () => {
    const project = await movable('in-memory');
    makeYours(project);
    project.git('checkout', '--quiet', '--orphan', 'squashed');
    project.commit('All in one');
    project.write('notes.txt', 'not committed yet\n');
    expect(await project.upgrade()).toContain('What was not committed is in a commit of its own.');
    expectYours(project);
    expect(project.git('log', '--format=%s')).toBe(
      'Move my-api on to the sqlite stage\nKeep what was not committed before sqlite\nAll in one',
    );
    expect(project.git('show', 'HEAD^:notes.txt')).toBe('not committed yet');
  });

  test('has new files put where its folder was moved to', async () => {
    const project = await movable('in-memory');
    project.git('mv', 'src/tasks', 'src/todo');
    for (const path of [
      'src/app.ts',
      'src/deps.ts',
      'src/http/openapi.ts',
      'test/support/samples.ts',
    ]) {
      project.write(path, project.read(path).replaceAll('/tasks/', '/todo/'));
    }
    project.commit();
    await project.kit('upgrade', '--anyway', '--no-install');
    expect(project.has('src/todo/sqlite-store.ts')).toBe(true);
    expect(project.has('src/tasks')).toBe(false);
    expect(project.has('src/todo/memory-store.ts')).toBe(false);
  });

  test(
    'may have another form than the kit gives it, and has it after the border',
    async () => {
      const project = await movable('in-memory');
      const prettier = lendFormatter(project.folder);
      project.write('.prettierrc.json', OTHER_FORM);
      prettier('--write');
      project.edit(
        'src/app.ts',
        '    useZod(app)\n',
        "    app.get('/hello', () => 'hello')\n    useZod(app)\n",
      );
      project.commit();
      for (const to of ids.slice(1)) {
        await project.upgrade();
        expect(project.stage).toBe(to);
        prettier('--check');
        expect(project.read('src/app.ts')).toContain("    app.get('/hello', () => 'hello')\n");
      }
    },
    LONG,
  );

  test('keeps on a branch what it had made of a file that the stage replaces', async () => {
    const project = await movable('in-memory');
    project.git('mv', 'src/tasks/memory-store.ts', 'src/tasks/my-store.ts');
    project.edit('src/deps.ts', './tasks/memory-store.ts', './tasks/my-store.ts');
    project.write('src/tasks/my-store.ts', `// mine\n${project.read('src/tasks/my-store.ts')}`);
    project.git('restore', 'src/deps.ts');
    project.commit();
    const said = await project.upgrade();
    expect(project.has('src/tasks/my-store.ts')).toBe(false);
    expect(project.has('src/tasks/memory-store.ts')).toBe(false);
    const [, command] = /git (show \S+my-store\.ts)/.exec(said)!;
    expect(project.git(...command!.split(' '))).toMatch(/^\/\/ mine\n/);
  });

  test('keeps the lock file that fits its own dependencies until an installation', async () => {
    const project = await movable('in-memory');
    project.editJson('package.json', (json) => (json['dependencies'].nanoid = '5.1.5'));
    project.edit('package-lock.json', '"lockfileVersion"', '"mine": true,\n  "lockfileVersion"');
    project.commit();
    await project.upgrade('--to', 'postgres');
    expect(project.read('package-lock.json')).toContain('"mine": true');
    expect(JSON.parse(project.read('package.json')).dependencies).toMatchObject({
      nanoid: '5.1.5',
      pg: expect.any(String),
    });
  });
});

describe("a learner's project", () => {
  test(
    'never has a conflict where its owner wrote because a lesson said so',
    { timeout: LONG },
    async () => {
      const project = await movable('in-memory', '--learn');
      project.edit(
        'src/http/errors.ts',
        "  'not-found': 500,\n  conflict: 500,",
        '  conflict: 409, // what is taken\n\n  // nobody is there\n  "not-found": 404,',
      );
      project.commit('My solution, and all other exercises left as they were');
      const starter = 'TODO (08-layers-and-rules): what is closed';
      for (const to of ids.slice(1)) {
        const said = await project.upgrade();
        expect([project.stage, project.isClean]).toEqual([to, true]);
        expect(project.read('src/http/errors.ts')).toContain(
          '// nobody is there\n  "not-found": 404,',
        );
        expect(project.read('src/tasks/service.ts')).toContain(starter);
        const { open, mode } = JSON.parse(project.read('create-backend.json'));
        expect([mode, open.length > 0]).toEqual(['exercise', true]);
        expect(said).toContain('create-backend lesson');
      }
    },
  );

  test('has the first lesson of the new stage at hand, its tests, and after it those to come', async () => {
    const project = await movable('in-memory', '--learn');
    await project.kit('status');
    await project.upgrade();
    expect((await project.kit('lesson')).stdout).toContain('It forgets');
    const given = (lesson: string) => project.read(`test/given/2-sqlite/${lesson}.test.ts`);
    expect(given('01-it-forgets')).not.toContain('it.todo');
    expect(given('02-speaking-sql')).toContain('it.todo');
  });

  test('has what it wrote for a lesson kept on a branch where the stage rewrites it', async () => {
    const project = await movable('sqlite', '--learn');
    project.edit('src/commands/backup.ts', 'copyFileSync(config', '/* mine */ copyFileSync(config');
    project.commit();
    const said = await project.upgrade();
    expect(project.read('src/commands/backup.ts')).toContain('pg_dump');
    expect(said).toContain('what you wrote in 09-backups (a server is copied by its own programs)');
    const [, command] = /git (show \S+backup\.ts)/.exec(said)!;
    expect(project.git(...command!.split(' '))).toContain('/* mine */');
  });
});

import { describe, expect, test } from 'vitest';
import { movable, type Movable } from '../support/movable.ts';

/** A project whose owner has changed the same lines as the stage `sqlite`, in every way there is. */
async function disputed(): Promise<Movable> {
  const project = await movable('in-memory');
  project.edit('src/deps.ts', 'new MemoryTaskStore()', 'new MemoryTaskStore(/* mine */)');
  project.write('src/comments/routes.ts', '// my own comments\n');
  project.editJson('package.json', (json) => {
    json['scripts'].dev = 'node --watch src/server.ts';
    json['scripts'].lint = 'oxlint';
  });
  project.write('unrelated.txt', 'mine\n');
  project.commit();
  return project;
}

const disputedFiles = ['package.json', 'src/comments/routes.ts', 'src/deps.ts'];
/** A listing of a tree without the files that differ by what the person added. */
const others = (listing: string) =>
  listing.split('\n').filter((line) => !/\t(?:package.*\.json|unrelated\.txt)$/.test(line));
const begin = (project: Movable) => project.kit('upgrade', '--anyway', '--no-install');
const complete = (project: Movable) => project.kit('upgrade', '--continue', '--no-install');

describe('conflicts', () => {
  test('are all listed, each with what the stage wanted there and why, and end with 1', async () => {
    const project = await disputed();
    const { exitCode, stdout } = await begin(project);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('3 files wait for you');
    expect(stdout).toContain('src/deps.ts: you and the stage have changed the same lines');
    expect(stdout).toContain(
      '# the composition root is the one place that learns of the new store',
    );
    expect(stdout).toContain('+    tasks: new TaskService(new SqliteTaskStore(database)),');
    expect(stdout).toContain('src/comments/routes.ts: you and the stage have each made a file');
    expect(stdout).toContain(
      'scripts.dev: was "node --env-file-if-exists=.env --watch src/server.ts"',
    );
    expect(project.stage).toBe('in-memory');
    expect(project.git('diff', '--name-only', '--diff-filter=U').split('\n')).toEqual(
      disputedFiles,
    );
    expect(project.read('src/db/migrations.ts')).toContain('export function migrate');
  });

  test('are told beforehand by --dry-run, which touches nothing', async () => {
    const project = await disputed();
    project.write('not-committed.txt', 'mine\n');
    const refs = project.git('for-each-ref');
    const { exitCode, stdout } = await project.kit('upgrade', '--dry-run', '--json');
    expect(exitCode).toBe(1);
    const { conflicts, changes } = JSON.parse(stdout);
    expect(conflicts.map(({ path }: { path: string }) => path)).toEqual(disputedFiles);
    expect(changes.added).toContain('src/db/migrations.ts');
    expect(project.git('for-each-ref')).toBe(refs);
    expect(project.git('status', '--porcelain')).toBe('?? not-committed.txt');
  });

  test('are resolved by an editor, and what is not yet is not committed', async () => {
    const project = await disputed();
    await begin(project);
    expect((await begin(project)).stderr).toContain('A move to sqlite is under way.');
    const waiting = await complete(project);
    expect(waiting.exitCode).toBe(1);
    for (const path of disputedFiles) expect(waiting.stdout).toContain(`\n  ${path}\n`);
    for (const path of disputedFiles) project.write(path, resolvedByHand(project.read(path)));
    project.edit('unrelated.txt', 'mine', 'mended on the way');
    const { exitCode } = await complete(project);
    expect(exitCode).toBe(0);
    expect([project.stage, project.isClean]).toEqual(['sqlite', true]);
    expect(project.git('log', '--format=%s', '-2')).toBe(
      'Move my-api on to the sqlite stage\nMine',
    );
    expect(project.read('unrelated.txt')).toBe('mended on the way\n');
    expect(project.read('src/deps.ts')).toContain('(/* mine */)');
    expect(project.read('src/deps.ts')).toContain('new SqliteTaskStore(database)');
  });

  test('are resolved by choosing a side, and nothing of yours is lost', async () => {
    const project = await disputed();
    await begin(project);
    const kept = await project.kit('upgrade', '--keep', 'package.json', 'src/deps.ts');
    expect(kept).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('Still waiting') });
    const taken = await project.kit('upgrade', '--take', 'src/comments/routes.ts');
    expect(taken.stdout).toContain('Nothing else waits.');
    expect((await complete(project)).exitCode).toBe(0);
    expect(JSON.parse(project.read('package.json')).scripts).toMatchObject({
      dev: 'node --watch src/server.ts',
      lint: 'oxlint',
      migrate: expect.any(String),
    });
    expect(project.git('show', 'HEAD:src/deps.ts')).toBe(project.git('show', 'HEAD^:src/deps.ts'));
    expect(project.read('src/comments/routes.ts')).toContain('commentRoutes');
    const [, command] = /git (show \S+routes\.ts)/.exec(taken.stdout)!;
    expect(project.git(...command!.split(' '))).toBe('// my own comments');
    expect([project.stage, project.isClean]).toEqual(['sqlite', true]);
  });

  test("are resolved for the kit in a manifest's values alone", async () => {
    const project = await disputed();
    await begin(project);
    await project.kit('upgrade', '--take', ...disputedFiles);
    expect((await complete(project)).exitCode).toBe(0);
    expect(JSON.parse(project.read('package.json')).scripts).toMatchObject({
      dev: expect.stringContaining('node --run migrate'),
      lint: 'oxlint',
    });
    const { content } = await movable('sqlite');
    expect(others(project.content)).toEqual(others(content));
  });

  test('are given up by --abort, and the project is as it was before', async () => {
    const project = await disputed();
    const [head, refs] = [project.git('rev-parse', 'HEAD'), project.git('for-each-ref')];
    await begin(project);
    await project.kit('upgrade', '--take', 'src/deps.ts');
    project.write('src/comments/routes.ts', 'half resolved\n');
    expect((await project.kit('upgrade', '--abort')).exitCode).toBe(0);
    expect(project.git('rev-parse', 'HEAD')).toBe(head);
    expect(project.git('for-each-ref')).toBe(refs);
    expect([project.stage, project.isClean]).toEqual(['in-memory', true]);
    expect((await project.kit('upgrade', '--abort')).stderr).toContain(
      'No move is under way here.',
    );
  });

  test.each([
    ['aborted', ['cherry-pick', '--abort'], 'in-memory'],
    ['continued', ['-c', 'core.editor=true', 'cherry-pick', '--continue'], 'sqlite'],
  ])("may be %s by git's own means", async (_how, command, stage) => {
    const project = await disputed();
    await begin(project);
    project.git('checkout', '--theirs', ...disputedFiles);
    project.git('add', '--all');
    project.git(...command);
    await complete(project);
    expect([project.stage, project.isClean]).toEqual([stage, true]);
    expect((await project.kit('upgrade', '--continue')).stderr).toContain('No move is under way');
    if (stage === 'sqlite') await project.back();
    expect(project.read('src/deps.ts')).toContain('/* mine */');
  });

  test('cannot be chosen where there are none', async () => {
    const project = await disputed();
    await begin(project);
    const { exitCode, stderr } = await project.kit('upgrade', '--keep', 'src/app.ts');
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`These have: ${disputedFiles.join(', ')}`);
  });
});

describe('the way back', () => {
  test('is refused where later commits have changed the same lines, and these are named', async () => {
    const project = await movable('in-memory');
    await project.upgrade();
    project.edit('src/db/migrations.ts', 'export function migrate', 'export function migrateAll');
    project.commit('Another name');
    const head = project.git('rev-parse', 'HEAD');
    const { exitCode, stderr } = await project.kit('back', '--no-install');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('has changed the same lines: src/db/migrations.ts');
    expect(stderr).toMatch(/[0-9a-f]{7} Another name/);
    expect(project.git('rev-parse', 'HEAD')).toBe(head);
    expect([project.stage, project.isClean]).toEqual(['sqlite', true]);
  });

  test('keeps what came later, dependencies included', async () => {
    const project = await movable('in-memory');
    await project.upgrade();
    project.write('src/hello.ts', 'export {};\n');
    project.editJson('package.json', (json) => (json['dependencies'].nanoid = '5.1.5'));
    project.commit();
    await project.back();
    expect([project.stage, project.isClean]).toEqual(['in-memory', true]);
    expect(project.has('src/hello.ts')).toBe(true);
    const manifest = JSON.parse(project.read('package.json'));
    expect(manifest.dependencies.nanoid).toBe('5.1.5');
    expect(manifest.scripts.migrate).toBe(undefined);
  });

  test('is refused for a project that was made at its stage', async () => {
    const made = await movable('sqlite');
    expect((await made.kit('back')).stderr).toContain(
      'No commit here has brought my-api to sqlite',
    );
    const first = await movable('in-memory');
    expect((await first.kit('back')).stderr).toContain('in-memory is the first stage');
  });
});

/** Both sides of every conflict, without git's marks; of a value only yours. */
function resolvedByHand(text: string): string {
  const isJson = text.startsWith('{');
  return text.replaceAll(
    /^<{7} .*\n([\s\S]*?)^={7}\n([\s\S]*?)^>{7} .*\n/gm,
    (_all, yours: string, theirs: string) => (isJson ? yours : yours + theirs),
  );
}

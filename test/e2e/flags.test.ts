import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bin, kit, repository, runProgram } from '../support/kit.ts';
import { machine, type Machine } from '../support/machine.ts';

const { version } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));

/** Shows that a run refused what was typed, in words for people alone, and made nothing. */
async function expectRefusal(args: readonly string[], reason: RegExp, place: Machine = machine()) {
  const { exitCode, stdout, stderr } = await kit(args, place);
  expect(stderr).toMatch(reason);
  expect(stderr).not.toMatch(/\n\s+at /);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(readdirSync(place.cwd)).toEqual([]);
}

/** Names and texts of a project's files, but git's. */
const textsOf = (where: Machine) =>
  readdirSync(join(where.cwd, 'shop'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('.git'))
    .map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name), 'utf8')]);

describe('without a terminal', () => {
  test('all that is missing is said in one message, with a command that then runs', async () => {
    const place = machine();
    const { stderr } = await kit(['--no-install'], place);
    expect(stderr).toContain('this is missing: a directory, --stage, --resource.');
    const [, command] = /Say it by flags: create-backend (.*?)\. Or/.exec(stderr)!;
    expect((await kit(command!.split(' '), place)).exitCode).toBe(0);
    expect(readdirSync(place.cwd)).toEqual(['my-api']);
  });

  test('--yes makes, installs, commits, tests, and says what it did', async () => {
    const place = machine();
    const { exitCode, stdout, stderr } = await kit(['--yes'], place);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain('my-api: TypeScript, stage 1 (in-memory), serving tasks;');
    expect(stdout).toContain('first commit made');
    expect(stdout).toMatch(/tests: 3 passed in \d+\.\d s/);
    expect(stdout).toContain(
      `npx create-backend-roadmap@${version} my-api --resource tasks --stack typescript --stage in-memory --pm npm --yes`,
    );
  });

  test('the command that makes it again makes the same', async () => {
    const place = machine();
    const { stdout } = await kit(['shop', '--resource', 'books', '--yes', '--no-install'], place);
    const [, command] = /npx create-backend-roadmap@\S+ (.*)/.exec(stdout)!;
    const other = machine();
    await kit([...command!.split(' '), '--no-install'], other);
    expect(textsOf(other)).toEqual(textsOf(place));
  });

  test('--json is one object alone on standard output, and people read the rest', async () => {
    const place = machine();
    const { exitCode, stdout, stderr } = await kit(['shop', '--yes', '--json'], place);
    const report = JSON.parse(stdout);
    expect(exitCode).toBe(0);
    expect(report).toMatchObject({
      name: { npm: 'shop' },
      directory: join(place.cwd, 'shop'),
      stage: 'in-memory',
      resource: 'task',
      packageManager: 'npm',
      pinnedNode: null,
      kept: [],
      tests: { passed: 3, failed: 0, skipped: 0, todo: 0 },
      steps: { install: { state: 'done' }, commit: { state: 'done' }, test: { state: 'done' } },
    });
    expect(Object.keys(report.phases)).toEqual(['write', 'install', 'commit', 'test']);
    expect(report.files).toContain('src/app.ts');
    for (const path of report.files) expect(existsSync(join(report.directory, path))).toBe(true);
    expect(stderr).toContain('tests: 3 passed');
  });

  test.each([[[]], [['--json']]])('--dry-run %j shows the files and writes none', async (more) => {
    const place = machine();
    const { exitCode, stdout } = await kit(['shop', '--yes', '--dry-run', ...more], place);
    expect(exitCode).toBe(0);
    const files = more.length === 0 ? stdout.trim().split('\n') : JSON.parse(stdout).files;
    expect(files).toContain(more.length === 0 ? 'shop/src/app.ts' : 'src/app.ts');
    expect(readdirSync(place.cwd)).toEqual([]);
  });

  test('there is no colour and nothing that moves, unless colour is forced', async () => {
    const place = machine();
    const plain = await kit(['list'], place);
    expect(plain.stdout + plain.stderr).not.toContain('\u001b');
    const forced = await kit(['list'], { ...place, env: { ...place.env, FORCE_COLOR: '1' } });
    expect(forced.stdout).toContain('\u001b[1m');
    const env = { ...place.env, FORCE_COLOR: '1', NO_COLOR: '1' };
    expect((await kit(['list'], { ...place, env })).stdout).not.toContain('\u001b');
  });

  test.each(['C', 'POSIX'])('signs are ASCII where the locale is %s', async (locale) => {
    const place = machine();
    const env = { ...place.env, LC_ALL: locale };
    const { stdout, stderr } = await kit(['shop', '--yes', '--no-install'], { ...place, env });
    expect(stdout + stderr).toMatch(/^[\n -~]*$/);
  });

  test.each(['list', '--help', 'diff 1 2', 'shop --yes --no-install'])(
    'a reader of "%s" that has seen enough is no error',
    async (args) => {
      const place = machine();
      const script = `"${process.execPath}" "${bin}" ${args} | true; echo $?`;
      const { stderr } = await runProgram(['/bin/sh', '-c', script], place);
      expect(stderr).toBe('');
    },
  );
});

describe('wrong use', () => {
  test.each([
    [['--unknown'], /unknown option '--unknown'/],
    [['--stag', 'sqlite'], /unknown option '--stag'\n\(Did you mean --stage\?\)/],
    [['--stage'], /option '--stage <id>' argument missing/],
    [['a', 'b'], /too many arguments/],
    [['lst'], /"lst" is no command.*\n.*Did you mean list\?.*\.\/lst/],
    [['doctr'], /Did you mean doctor\?/],
    [['diff'], /missing required argument 'from'/],
    [['diff', 'sqlite', 'in-memory'], /in-memory does not come after sqlite\./],
    [['diff', '1', 'sqllite'], /Did you mean sqlite\?/],
    [['list', '--jsn'], /unknown option '--jsn'/],
    [['shop', '--yes', '--stage', 'sqllite'], /Did you mean sqlite\?/],
    [['shop', '--yes', '--resource', 'book'], /Did you mean books\?/],
    [['shop', '--yes', '--resource', './none.json'], /There is no file \.\/none\.json\./],
    [['-rf', '--yes'], /unknown option '-rf'/],
    [['--', '-rf', '--yes'], /too many arguments|"-rf": it must be lower-case/],
    [['shop\n', '--yes'], /"shop\\n": it must be lower-case/],
    [['\u001b[2J', '--yes'], /"\\u001b\[2J": it must be lower-case/],
    [['a'.repeat(5_000), '--yes'], /it is longer than 100 characters/],
    [['../shop', '--yes'], /it leads out of the current folder/],
    [['/tmp/shop', '--yes'], /it leads out of the current folder/],
    [['con', '--yes'], /Windows reserves it for a device/],
    [['node_modules', '--yes'], /it must be|the folder where npm installs/],
    [['{{name}}', '--yes'], /it must be lower-case/],
    [['$(touch hacked)', '--yes'], /it must be lower-case/],
  ])('like %j is refused with exit code 2', (args, reason) => expectRefusal(args, reason));

  test('shows a stack only with --debug', async () => {
    const { stderr } = await kit(['shop', '--yes', '--stage', '9', '--debug'], machine());
    expect(stderr).toMatch(/UserError: There is no stage "9"\.\n\s+at /);
  });
});

describe('what is asked for', () => {
  test.each([['--help'], ['-h'], ['help'], ['list', '--help']])(
    'by %s %s is help',
    async (...args) => {
      const { exitCode, stdout, stderr } = await kit(args.filter(Boolean), machine());
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
      expect(stdout).toMatch(/^Usage: create-backend /);
    },
  );

  test('by --version is the version', async () => {
    expect((await kit(['--version'], machine())).stdout).toBe(`${version}\n`);
  });

  test('by list is what there is to choose from', async () => {
    const { stdout } = await kit(['list'], machine());
    for (const id of ['in-memory', 'docker', 'typescript', 'tasks', 'products'])
      expect(stdout).toContain(id);
    const json = JSON.parse((await kit(['list', '--json'], machine())).stdout);
    expect(json.stages.map(({ id }: { id: string }) => id)).toEqual([
      'in-memory',
      'sqlite',
      'postgres',
      'auth',
      'docker',
    ]);
    expect(json.resources).toHaveLength(5);
  });

  test('by doctor is what this machine can run, and what mends the rest', async () => {
    const { exitCode, stdout } = await kit(['doctor', '--json'], machine());
    const { findings } = JSON.parse(stdout);
    const stateOf = (name: string) =>
      findings.find(({ what }: { what: string }) => what === name)?.state;
    expect({ exitCode, node: stateOf('Node'), npm: stateOf('npm') }).toEqual({
      exitCode: 0,
      node: 'well',
      npm: 'well',
    });
    for (const { state, mend } of findings) expect(state === 'well').toBe(mend === null);
  });

  test('by doctor on a machine without npm is not all there', async () => {
    const { exitCode, stdout } = await kit(['doctor'], machine({}));
    expect({ exitCode, stdout }).toEqual({
      exitCode: 1,
      stdout: expect.stringMatching(/✖ npm: not found\n.*install Node with npm/),
    });
  });
});

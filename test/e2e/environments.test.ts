import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bin, kit, runProgram } from '../support/kit.ts';
import { addProgram, INSTANT, machine } from '../support/machine.ts';

/** What npm prints where the registry cannot be reached. */
const OFFLINE =
  'echo "npm error code ENOTFOUND" >&2; echo "npm error network request failed" >&2; exit 1';

describe('a machine', () => {
  test('without git makes the project all the same, and says so', async () => {
    const place = machine();
    rmSync(join(place.programs, 'git'));
    const { exitCode, stdout } = await kit(['shop', '--yes'], place);
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: expect.stringContaining('no commit: git is not installed'),
    });
    expect(existsSync(join(place.cwd, 'shop/.git'))).toBe(false);
  });

  test('without a name and an e-mail for git commits as the kit, and says so', async () => {
    const { stdout } = await kit(['shop', '--yes'], machine());
    expect(stdout).toContain("the commit carries the kit's own");
  });

  test('whose git refuses shows it in the exit code, in the object and in words', async () => {
    const place = machine();
    rmSync(join(place.programs, 'git'));
    addProgram(
      place.programs,
      'git',
      'case "$*" in *rev-parse*) echo "fatal: not a git repository" >&2; exit 128;; *) echo "fatal: no" >&2; exit 1;; esac',
    );
    const { exitCode, stdout, stderr } = await kit(['shop', '--yes', '--json'], place);
    expect(exitCode).toBe(2);
    expect(JSON.parse(stdout).steps).toMatchObject({
      commit: { state: 'failed', remark: 'git init failed: fatal: no' },
      test: { state: 'done' },
    });
    expect(stderr).toContain('the first commit could not be made:\n    git init failed: fatal: no');
  });

  test.each([
    ['that is offline', { npm: OFFLINE }, 'npm error network request failed'],
    ['without npm', {}, 'npm is not installed on this machine'],
  ])(
    '%s keeps the project, and says what is left',
    async (_what, programs: Record<string, string>, reason) => {
      const place = machine(programs);
      const { exitCode, stdout, stderr } = await kit(['shop', '--yes', '--json'], place);
      const report = JSON.parse(stdout);
      expect(exitCode).toBe(2);
      expect(report.steps).toMatchObject({
        install: { state: 'failed', remark: expect.stringContaining(reason) },
        commit: { state: 'done' },
        test: { state: 'skipped' },
      });
      expect(report.tests).toBeNull();
      expect(stderr).toContain('the dependencies could not be installed:');
      expect(stderr).toMatch(/Next\n {2}cd shop\n {2}npm install\n {2}npm test\n {2}npm run dev\n/);
      expect(existsSync(join(place.cwd, 'shop/package.json'))).toBe(true);
    },
  );

  test('where tests fail shows it in the exit code, in the object and in words', async () => {
    const failing = `case "$1" in run) echo 'not ok 1'; echo 'ℹ pass 2'; echo 'ℹ fail 1'; exit 1;; *) ${INSTANT};; esac`;
    const { exitCode, stdout, stderr } = await kit(
      ['shop', '--yes', '--json'],
      machine({ npm: failing }),
    );
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      tests: { passed: 2, failed: 1 },
      steps: { test: { state: 'failed' } },
    });
    expect(stderr).toContain('tests: 2 passed, 1 failed:');
  });

  test('where tests cannot even begin is no green one', async () => {
    const broken = `case "$1" in run) echo 'SyntaxError' >&2; exit 1;; *) ${INSTANT};; esac`;
    const { exitCode, stdout } = await kit(['shop', '--yes'], machine({ npm: broken }));
    expect({ exitCode, stdout }).toEqual({
      exitCode: 1,
      stdout: expect.stringContaining('tests: did not run to their end'),
    });
  });

  test('with an older Node gets a project that brings its own, and says so', async () => {
    const place = machine();
    rmSync(join(place.programs, 'node'));
    addProgram(place.programs, 'node', 'echo v20.19.0');
    const { exitCode, stdout } = await kit(['shop', '--yes'], place);
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: expect.stringContaining('the Node on this machine is older than 24'),
    });
    const manifest = JSON.parse(readFileSync(join(place.cwd, 'shop/package.json'), 'utf8'));
    expect(manifest.devDependencies.node).toMatch(/^24\./);
  });
});

describe('an environment', () => {
  test('with nothing in it at all is survived', async () => {
    const { cwd } = machine();
    const { exitCode, stderr } = await kit(['shop', '--yes', '--json'], { cwd, env: {} });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('npm is not installed on this machine');
    expect(existsSync(join(cwd, 'shop/package.json'))).toBe(true);
  });

  test.each([
    ['no home', { HOME: undefined }],
    ['a home that is none', { HOME: '/nonexistent' }],
    ['an odd zone of time', { TZ: 'Pacific/Kiritimati' }],
    ['a zone of time that is none', { TZ: '../../etc/passwd' }],
    ['an odd locale', { LC_ALL: 'tr_TR.UTF-8', LANG: 'xx_YY' }],
    ['a temporary folder that is none', { TMPDIR: '/nonexistent' }],
    ['a compile cache that cannot be', { NODE_COMPILE_CACHE: '/dev/null/x' }],
    ['options of Node', { NODE_OPTIONS: '--max-old-space-size=200', NODE_ENV: 'production' }],
    ['a proxy', { HTTPS_PROXY: 'http://127.0.0.1:1', https_proxy: 'http://127.0.0.1:1' }],
    ['a terminal of no kind', { TERM: undefined }],
    [
      'the repository of an outer git',
      { GIT_DIR: '/nonexistent', GIT_WORK_TREE: '/', GIT_INDEX_FILE: '/nonexistent' },
    ],
    ['a PATH with holes', { PATH_SUFFIX: '::' }],
  ])('with %s is survived', async (_what, odd: NodeJS.ProcessEnv) => {
    const place = machine();
    const { PATH_SUFFIX = '', ...rest } = odd;
    const env = { ...place.env, ...rest, PATH: `${place.env['PATH']}${PATH_SUFFIX}` };
    const { exitCode, stdout } = await kit(['shop', '--yes'], { ...place, env });
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: expect.stringContaining('tests: 3 passed'),
    });
    expect(stdout).toContain('first commit made');
  });

  test('of npx reaches neither the project nor its tests', async () => {
    const place = machine({ npm: 'export -p > "$HOME/env"' });
    const env = {
      ...place.env,
      npm_command: 'exec',
      npm_lifecycle_event: 'npx',
      npm_package_name: 'x',
      INIT_CWD: '/',
      NODE_ENV: 'production',
    };
    await kit(['shop', '--yes'], { ...place, env });
    const seen = readFileSync(join(place.home, 'env'), 'utf8');
    expect(seen).not.toMatch(/ (npm_(command|lifecycle|package)|INIT_CWD|NODE_ENV)/);
  });

  test('with a mask leaves the modes to it', async () => {
    const place = machine();
    const script = `umask 077; exec "${process.execPath}" "${bin}" shop --yes --no-install`;
    expect((await runProgram(['/bin/sh', '-c', script], place)).exitCode).toBe(0);
  });
});

describe('a file of a resource', () => {
  test('with a byte order mark and line endings of Windows is read', async () => {
    const place = machine();
    const schema =
      '\uFEFF{\r\n"title":"thing","type":"object","properties":{"code":{"type":"string","x-unique":true}},"required":["code"]}\r\n';
    writeFileSync(join(place.cwd, 'thing.json'), schema);
    expect(
      (await kit(['shop', '--resource', 'thing.json', '--yes', '--no-install'], place)).exitCode,
    ).toBe(0);
    expect(readdirSync(join(place.cwd, 'shop/src'))).toContain('things');
  });
});

import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bin, kit, runProgram } from '../support/kit.ts';
import { machine } from '../support/machine.ts';
import { canMount, smallDisk } from '../support/small-disk.ts';

const flags = ['--yes', '--no-install'];
const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;

const listing = (cwd: string) => readdirSync(join(cwd, 'shop'), { recursive: true }).sort();

describe('a target', () => {
  test.each([
    ['a file', (path: string) => writeFileSync(path, 'mine')],
    [
      'a folder with a file',
      (path: string) => execFileSync('sh', ['-c', `mkdir ${path} && touch ${path}/mine`]),
    ],
    [
      'a folder with a hidden file',
      (path: string) => execFileSync('sh', ['-c', `mkdir ${path} && touch ${path}/.env`]),
    ],
    ['a link to a folder', (path: string) => symlinkSync('/tmp', path)],
    ['a dangling link', (path: string) => symlinkSync('nowhere', path)],
    ['a link to itself', (path: string) => symlinkSync('shop', path)],
    ['a pipe', (path: string) => execFileSync('mkfifo', [path])],
    [
      'a socket',
      (path: string) =>
        execFileSync(
          process.execPath,
          [
            '-e',
            `require("net").createServer().listen(${JSON.stringify(path)}, () => process.kill(process.pid, "SIGKILL"))`,
          ],
          { stdio: 'ignore', env: {} },
        ),
    ],
  ])('that is %s is refused and left as it was', async (_what, make) => {
    const place = machine();
    try {
      make(join(place.cwd, 'shop'));
    } catch (error) {
      // The socket's maker kills itself, so that the socket stays.
      if ((error as { signal?: string }).signal !== 'SIGKILL') throw error;
    }
    const before = execFileSync('ls', ['-laR', '--time-style=full-iso'], {
      cwd: place.cwd,
      encoding: 'utf8',
    });
    const { exitCode, stderr } = await kit(['shop', ...flags], place);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: expect.stringMatching(/"shop": .*\n {2}Choose another name, for example shop-2/),
    });
    expect(
      execFileSync('ls', ['-laR', '--time-style=full-iso'], { cwd: place.cwd, encoding: 'utf8' }),
    ).toBe(before);
  });

  test('behind a link is refused', async () => {
    const place = machine();
    symlinkSync(place.home, join(place.cwd, 'link'));
    const { exitCode } = await kit(['link/shop', ...flags], place);
    expect(exitCode).toBe(2);
    expect(readdirSync(place.home)).toEqual([]);
  });

  test('that git and an editor have begun is completed', async () => {
    const place = machine();
    execFileSync('git', ['init', '--quiet', join(place.cwd, 'shop')]);
    mkdirSync(join(place.cwd, 'shop/.vscode'));
    const { exitCode, stdout } = await kit(['shop', ...flags], place);
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: expect.stringContaining('first commit made'),
    });
  });

  test('that is the current folder is completed', async () => {
    const place = machine();
    const cwd = join(place.cwd, 'shop');
    mkdirSync(cwd);
    const { exitCode, stdout } = await kit(['.', ...flags], { ...place, cwd });
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: expect.not.stringContaining('cd '),
    });
    expect(readdirSync(cwd)).toContain('package.json');
  });

  test('of somebody is merged into, and nothing of theirs is changed', async () => {
    const place = machine();
    const shop = join(place.cwd, 'shop');
    mkdirSync(join(shop, 'src'), { recursive: true });
    writeFileSync(join(shop, 'package.json'), '{"name":"mine"}');
    writeFileSync(join(shop, 'src/app.ts'), 'mine');
    const { exitCode, stdout } = await kit(['--merge-into', 'shop', ...flags], place);
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: expect.stringMatching(/kept yours: package\.json\n.*kept yours: src\/app\.ts\n/),
    });
    expect(readFileSync(join(shop, 'package.json'), 'utf8')).toBe('{"name":"mine"}');
    expect(readdirSync(join(shop, 'src'))).toContain('server.ts');
    expect(readdirSync(shop)).not.toContain('.git');
  });

  test('that two runs want at once is had by one, whole', async () => {
    const place = machine();
    const runs = await Promise.all(
      Array.from({ length: 4 }, () => kit(['shop', ...flags, '--no-git'], place)),
    );
    expect(runs.map(({ exitCode }) => exitCode).sort()).toEqual([0, 2, 2, 2]);
    expect(readdirSync(place.cwd)).toEqual(['shop']);
    const whole = machine();
    await kit(['shop', ...flags, '--no-git'], whole);
    expect(listing(place.cwd)).toEqual(listing(whole.cwd));
  });

  test('in a folder that is gone is refused', async () => {
    const place = machine();
    const script = `mkdir gone && cd gone && rmdir ../gone && exec "${process.execPath}" "${bin}" shop --yes`;
    const { exitCode, stderr } = await runProgram(
      ['/bin/sh', '-c', `PATH=/bin:/usr/bin; ${script}`],
      place,
    );
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: expect.stringContaining('The current folder no longer exists.'),
    });
  });
});

describe('a disk', () => {
  test.skipIf(!canMount).each([4, 16, 40])(
    'with room for %i KB is full, which is said, and nothing is left',
    async (size) => {
      const place = { ...machine(), cwd: smallDisk(`size=${size}k`) };
      const { exitCode, stderr } = await kit(['shop', ...flags], place);
      expect({ exitCode, stderr }).toEqual({
        exitCode: 2,
        stderr: expect.stringContaining('shop was not written: the disk is full.\n'),
      });
      expect(readdirSync(place.cwd)).toEqual([]);
    },
  );

  test.skipIf(!canMount)('that is read-only is refused', async () => {
    const cwd = smallDisk('size=1m');
    execFileSync('mount', ['-o', 'remount,ro', cwd]);
    const { exitCode, stderr } = await kit(['shop', ...flags], { ...machine(), cwd });
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: expect.stringContaining('the file system is read-only'),
    });
  });

  test('whose files may not grow is like a full one', async () => {
    const place = machine();
    const script = `ulimit -f 8; exec "${process.execPath}" "${bin}" shop --yes --no-install`;
    const { exitCode, stderr } = await runProgram(['/bin/sh', '-c', script], place);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: expect.stringContaining('the file size limit was reached'),
    });
    expect(readdirSync(place.cwd)).toEqual([]);
  });
});

const asNobody = (place: { cwd: string; env: NodeJS.ProcessEnv }, ...args: string[]) =>
  runProgram(
    [
      '/usr/bin/setpriv',
      `--reuid=${NOBODY}`,
      `--regid=${NOBODY}`,
      '--clear-groups',
      process.execPath,
      bin,
      ...args,
    ],
    place,
  );

/** A machine that somebody else may look at. */
function opened() {
  const place = machine();
  chmodSync(join(place.cwd, '..'), 0o755);
  return place;
}

describe.skipIf(!isRoot)('an ordinary user', () => {
  test('is told of a folder where they may not write', async () => {
    const place = opened();
    const { exitCode, stderr } = await asNobody(place, 'shop', ...flags);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: expect.stringContaining('shop was not written: you may not write there.\n'),
    });
    expect(readdirSync(place.cwd)).toEqual([]);
  });

  test('is told of a folder that they may not look into', async () => {
    const place = opened();
    chmodSync(place.cwd, 0o777);
    mkdirSync(join(place.cwd, 'shop'), { mode: 0o700 });
    const { exitCode, stderr } = await asNobody(place, 'shop', ...flags);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: expect.stringContaining('you may not look into it'),
    });
  });

  test('is told of a resource that they may not read', async () => {
    const place = opened();
    chmodSync(place.cwd, 0o777);
    writeFileSync(join(place.cwd, 'secret.json'), '{}', { mode: 0o600 });
    const { exitCode, stderr } = await asNobody(
      place,
      'shop',
      '--resource',
      './secret.json',
      ...flags,
    );
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: expect.stringContaining('./secret.json cannot be read'),
    });
  });

  test('makes a project that is theirs', async () => {
    const place = opened();
    for (const folder of [place.cwd, place.home]) chownSync(folder, NOBODY, NOBODY);
    const { exitCode } = await asNobody(place, 'shop', ...flags);
    expect(exitCode).toBe(0);
  });
});

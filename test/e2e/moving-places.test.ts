import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { kit } from '../support/kit.ts';
import { addProgram, machine } from '../support/machine.ts';
import { movable, Movable } from '../support/movable.ts';

/** For a test of many runs, in milliseconds. */
const LONG = 300_000;

const upgrade = (project: Movable, ...args: string[]) =>
  project.kit('upgrade', '--anyway', '--no-install', ...args);

/** A project below the top of another repository, which has files of its own. */
async function nested(): Promise<Movable> {
  const place = machine();
  const outer = new Movable(place, place.cwd);
  outer.git('init', '--quiet', '--initial-branch=main');
  outer.write('README.md', 'The whole\n');
  mkdirSync(join(place.cwd, 'services'));
  const made = ['services/my-api', '--name', 'my-api', '--yes', '--no-install', '--no-git'];
  await kit(made, place);
  outer.commit('Everything');
  return new Movable(place, join(place.cwd, 'services/my-api'));
}

/** Shows that nothing but the refusal came of it. */
async function expectRefusal(project: Movable, reason: RegExp): Promise<void> {
  const before = project.git('for-each-ref');
  const { exitCode, stderr } = await upgrade(project);
  expect(stderr).toMatch(reason);
  expect(exitCode).toBe(2);
  expect(project.git('for-each-ref')).toBe(before);
  expect(project.stage).toBe('in-memory');
}

/** Strikes the kit down just before it runs git with this word. */
async function strike(project: Movable, signal: 'INT' | 'KILL', word: string): Promise<void> {
  const { home, programs, env } = project.place;
  const struck = join(home, `struck-${signal}${word}`);
  const script = `case " $* " in *" ${word} "*)
    if ! test -e '${struck}'; then
      touch '${struck}'
      kill -${signal} $PPID
      test ${signal} = INT || exit 1
    fi;;
  esac
  exec '${programs}/git' "$@"`;
  addProgram(home, 'git', script);
  const place = { cwd: project.folder, env: { ...env, PATH: `${home}:${programs}` } };
  await kit(['upgrade', '--anyway', '--no-install'], place);
  expect(existsSync(struck), `git ${word} was never run`).toBe(true);
}

describe('a project inside another repository', () => {
  test('moves by itself, and leaves the rest alone', async () => {
    const project = await nested();
    const outer = new Movable(project.place, project.place.cwd);
    outer.write('README.md', 'The whole, not committed\n');
    project.edit('README.md', '## Choices', '## My choices');
    await project.upgrade();
    expect(outer.git('status', '--porcelain')).toBe(' M README.md');
    expect(project.read('README.md')).toContain('## My choices');
    const changed = project.git('show', '--format=', '--name-only', 'HEAD').split('\n');
    expect(changed.every((path) => path.startsWith('services/my-api/'))).toBe(true);
    project.edit('README.md', '## My choices', '## Choices');
    project.commit();
    const fresh = await movable('sqlite');
    expect(project.content).toBe(fresh.content);
    await project.back();
    expect(project.stage).toBe('in-memory');
  });

  test('has its conflicts named from its own folder, and its versions found from anywhere', async () => {
    const project = await nested();
    project.edit('src/deps.ts', 'new MemoryTaskStore()', 'new MemoryTaskStore(/* mine */)');
    expect((await upgrade(project)).stdout).toContain('\nsrc/deps.ts: you and the stage');
    const place = { ...project.place, cwd: join(project.folder, 'src') };
    const { stdout } = await kit(['upgrade', '--take', 'deps.ts'], place);
    const [, command] = /git (show \S+deps\.ts)/.exec(stdout)!;
    expect(project.git(...command!.split(' '))).toContain('/* mine */');
    expect((await project.kit('upgrade', '--continue', '--no-install')).exitCode).toBe(0);
    expect(project.content).toBe((await movable('sqlite')).content);
  });

  test('does not commit what is staged elsewhere', async () => {
    const project = await nested();
    const outer = new Movable(project.place, project.place.cwd);
    outer.write('README.md', 'Staged\n');
    outer.git('add', 'README.md');
    const { exitCode, stderr } = await upgrade(project);
    expect({ exitCode, stderr }).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('README.md is staged, and it is no part of this project.'),
    });
  });

  test('is not moved where the repository ignores it', async () => {
    const project = await nested();
    const outer = new Movable(project.place, project.place.cwd);
    outer.git('rm', '-r', '--quiet', '--cached', 'services');
    outer.write('.gitignore', 'services/\n');
    outer.commit();
    expect((await upgrade(project)).stderr).toContain('git ignores create-backend.json');
  });
});

describe('a project is not moved', () => {
  test('without a repository, and is told how to get one', async () => {
    const project = await movable('in-memory', '--no-git');
    const { exitCode, stderr } = await upgrade(project);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('git init && git add --all && git commit');
  });

  test('in a repository without a commit', async () => {
    const project = await movable('in-memory', '--no-git');
    project.git('init', '--quiet');
    await expectRefusal(project, /The repository has no commit yet\./);
  });

  test('where git is missing, or too old', async () => {
    const project = await movable('in-memory');
    const { programs, env } = project.place;
    addProgram(join(programs, '..'), 'git', 'echo git version 2.30.1');
    const old = {
      cwd: project.folder,
      env: { ...env, PATH: `${join(programs, '..')}:${programs}` },
    };
    expect((await kit(['upgrade'], old)).stderr).toContain('Install git 2.38 or newer.');
    const none = { cwd: project.folder, env: { ...env, PATH: '/nowhere' } };
    expect((await kit(['upgrade'], none)).stderr).toContain('git, which is not installed here');
  });

  test('on a detached HEAD', async () => {
    const project = await movable('in-memory');
    project.git('checkout', '--quiet', '--detach');
    await expectRefusal(project, /No branch is checked out here/);
  });

  test('in the middle of a rebase or a merge', async () => {
    const project = await movable('in-memory');
    project.git('checkout', '--quiet', '-b', 'other');
    project.write('a.txt', 'other\n');
    project.commit('Other');
    project.git('checkout', '--quiet', 'main');
    project.write('a.txt', 'main\n');
    project.commit('Main');
    expect(() => project.git('merge', 'other')).toThrow();
    await expectRefusal(project, /git is in the middle of a merge here\.\n.*git merge --abort/);
    project.git('merge', '--abort');
    expect(() => project.git('rebase', 'other')).toThrow();
    await expectRefusal(project, /No branch is checked out here|a rebase/);
  });

  test('over a file that git ignores', async () => {
    const project = await movable('in-memory');
    project.write('.gitignore', `${project.read('.gitignore')}migrations/\nsrc/db\n`);
    project.commit();
    project.write('migrations/0001-create-tasks.sql', '-- precious\n');
    project.write('src/db', 'precious, too\n');
    await expectRefusal(project, /migrations\/0001-create-tasks\.sql, src\/db: git ignores/);
    expect(project.read('migrations/0001-create-tasks.sql')).toBe('-- precious\n');
  });

  test('with secrets or packages that git does not ignore', async () => {
    const project = await movable('in-memory');
    project.write('.gitignore', '');
    project.commit();
    project.write('.env', 'API_KEY=secret\n');
    await expectRefusal(project, /\.env would be committed/);
  });

  test.each([
    [['--to', 'in-memory'], 'This project is at in-memory already'],
    [['--to', 'nowhere'], 'nowhere'],
    [['--continue'], 'No move is under way here.'],
    [['--continue', '--abort'], 'one at a time'],
  ])('by wrong words: %j', async (args, reason) => {
    const project = await movable('in-memory');
    const { exitCode, stderr } = await upgrade(project, ...args);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(reason);
  });

  test('beyond the last stage', async () => {
    const project = await movable('docker');
    expect((await upgrade(project)).stderr).toContain('docker is the last stage that there is.');
  });

  test('while its checks fail, which are shown', async () => {
    const project = await movable('in-memory');
    project.write('src/server.ts', "throw new Error('out of order');\n");
    project.commit();
    const { exitCode, stdout } = await project.kit('upgrade', '--no-install');
    expect(exitCode).toBe(1);
    expect(stdout).toContain('out of order');
    expect(stdout).toContain('Not all checks of in-memory pass.');
    expect([project.stage, project.git('tag')]).toEqual(['in-memory', '']);
  });
});

describe('whatever the person has configured,', () => {
  test('no hook runs, nothing is signed, and an identity is not needed', async () => {
    const project = await movable('in-memory');
    for (const hook of [
      'pre-commit',
      'commit-msg',
      'post-commit',
      'post-checkout',
      'prepare-commit-msg',
    ]) {
      const path = join(project.folder, '.git/hooks', hook);
      mkdirSync(join(project.folder, '.git/hooks'), { recursive: true });
      writeFileSync(path, `#!/bin/sh\ntouch ${join(project.place.home, 'ran')}\nexit 1\n`);
      chmodSync(path, 0o755);
    }
    const config = ['[commit]', 'gpgSign = true', '[tag]', 'gpgSign = true', '[merge]'];
    const more = ['renames = false', 'conflictStyle = diff3', '[core]', 'autocrlf = true'];
    writeFileSync(join(project.place.home, '.gitconfig'), [...config, ...more, ''].join('\n'));
    project.git('mv', 'src/http/health.ts', 'src/http/alive.ts');
    project.edit('src/app.ts', './http/health.ts', './http/alive.ts');
    await project.upgrade('--to', 'postgres');
    expect(existsSync(join(project.place.home, 'ran'))).toBe(false);
    expect(project.has('src/http/health.ts')).toBe(false);
    expect(project.git('log', '-1', '--format=%an')).toBe('create-backend');
    expect(project.git('show', 'HEAD:src/app.ts')).not.toContain('\r');
  });

  test('the tag and the branch get names that are free', async () => {
    const project = await movable('in-memory');
    project.git('tag', 'before-sqlite');
    await project.upgrade();
    expect(project.git('tag')).toBe('before-sqlite\nbefore-sqlite-2');
    expect(readFileSync(join(project.folder, '.git/refs/tags/before-sqlite-2'), 'utf8')).not.toBe(
      '',
    );
  });
});

describe('an end at any moment', () => {
  const moments = ['ls-tree', 'merge-tree', 'tag', 'cherry-pick', '--amend'];

  test.each(['INT', 'KILL'] as const)(
    'by %s leaves nothing that cannot be taken back',
    { timeout: LONG },
    async (signal) => {
      const project = await movable('in-memory');
      project.write('notes.txt', 'mine\n');
      for (const moment of moments) {
        await strike(project, signal, moment);
        await project.kit('upgrade', '--abort');
        if (project.stage === 'sqlite') await project.back();
        expect(project.stage, moment).toBe('in-memory');
        expect(project.read('notes.txt')).toBe('mine\n');
        expect(project.git('status', '--porcelain', 'src'), moment).toBe('');
        expect(project.has('src/db'), moment).toBe(false);
        const { stderr } = await project.kit('upgrade', '--continue');
        expect(stderr).toContain('No move is under way here.');
      }
      await project.upgrade();
      expect([project.stage, project.isClean]).toEqual(['sqlite', true]);
    },
  );

  test('after git has picked is completed by --continue', async () => {
    const project = await movable('in-memory');
    await strike(project, 'KILL', '--amend');
    expect((await upgrade(project)).stderr).toContain('A move to sqlite is under way.');
    const { exitCode } = await project.kit('upgrade', '--continue', '--no-install');
    expect(exitCode).toBe(0);
    expect([project.stage, project.isClean]).toEqual(['sqlite', true]);
    expect(project.git('rev-list', '--count', 'HEAD')).toBe('2');
  });
});

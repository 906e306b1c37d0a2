import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { commitProject, inspectGit } from '../../src/project/history.ts';
import { run } from '../../src/system/process.ts';
import { temporaryFolder } from '../support/temporary.ts';

const identity = {
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.com',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.com',
};

let home: string;
let project: string;
beforeEach(() => {
  home = temporaryFolder();
  project = join(home, 'my-api');
  mkdirSync(project);
  writeFileSync(join(project, 'README.md'), '# my-api\n');
});

const contextWith = (env: NodeJS.ProcessEnv = {}) => ({
  run,
  env: { PATH: process.env['PATH'], HOME: home, GIT_CONFIG_NOSYSTEM: '1', ...env },
  signal: new AbortController().signal,
});
const git = (...args: string[]) =>
  execFileSync('git', args, {
    cwd: project,
    env: contextWith(identity).env,
    encoding: 'utf8',
    stdio: 'pipe',
  }).trim();

/** Whatever is configured for every repository of this person. */
const configure = (text: string) => writeFileSync(join(home, '.gitconfig'), text);

describe('the place of a project', () => {
  test('is outside of every repository, inside one, or the root of one', async () => {
    expect(await inspectGit(contextWith(), project)).toBe('outside');
    git('init', '--quiet');
    expect(await inspectGit(contextWith(), project)).toBe('root');
    mkdirSync(join(project, 'below'));
    expect(await inspectGit(contextWith(), join(project, 'below'))).toBe('inside-a-repository');
  });

  test('is the root of a repository also by way of a link', async () => {
    git('init', '--quiet');
    symlinkSync(project, join(home, 'link'));
    expect(await inspectGit(contextWith(), join(home, 'link'))).toBe('root');
  });

  test('is looked at without the repository that an outer git has named', async () => {
    const env = { GIT_DIR: realpathSync('.git'), GIT_WORK_TREE: realpathSync('.') };
    expect(await inspectGit(contextWith(env), project)).toBe('outside');
  });

  test('has no git where there is none, or none that works', async () => {
    expect(await inspectGit(contextWith({ PATH: home }), project)).toBe('absent');
    writeFileSync(join(home, 'git'), '#!/bin/sh\necho no developer tools >&2\nexit 1\n');
    chmodSync(join(home, 'git'), 0o755);
    expect(await inspectGit(contextWith({ PATH: `${home}:/bin` }), project)).toBe('absent');
  });

  test.skipIf(process.getuid?.() !== 0)(
    "is inside a repository that is somebody else's",
    async () => {
      git('init', '--quiet');
      execFileSync('chown', ['-R', '65534:65534', project]);
      expect(await inspectGit(contextWith(), project)).toBe('inside-a-repository');
    },
  );
});

describe('the first commit', () => {
  test('holds every file, and is of the person', async () => {
    expect(await commitProject(contextWith(identity), project, 'Start')).toEqual({
      made: true,
      remark: null,
    });
    expect(git('log', '--format=%an <%ae> %s')).toBe('Ada <ada@example.com> Start');
    expect(git('ls-files')).toBe('README.md');
    expect(git('branch', '--show-current')).toBe('main');
    expect(git('status', '--porcelain')).toBe('');
  });

  test("carries the kit's own identity where git knows none, and says so", async () => {
    const { remark } = await commitProject(contextWith(), project, 'Start');
    expect(remark).toBe(
      "git knows no name and e-mail of yours, so the commit carries the kit's own",
    );
    expect(git('log', '--format=%an')).toBe('create-backend');
    expect(git('config', '--local', '--list')).not.toContain('user.');
  });

  test('uses the identity that is configured', async () => {
    configure('[user]\nname = Lin\nemail = lin@example.com\n');
    expect((await commitProject(contextWith(), project, 'Start')).remark).toBeNull();
    expect(git('log', '--format=%an')).toBe('Lin');
  });

  test.each([
    ['hooks', '[core]\nhooksPath = HOME/hooks\n'],
    ['signing', '[commit]\ngpgSign = true\n[gpg]\nprogram = /nonexistent\n'],
    ['a template of repositories', '[init]\ntemplateDir = HOME\n'],
    ['a file system monitor', '[core]\nfsmonitor = HOME/hooks/pre-commit\n'],
    ['line endings of Windows', '[core]\nautocrlf = true\nsafecrlf = true\n'],
    ['another first branch', '[init]\ndefaultBranch = trunk\n'],
    [
      'an editor and a template of messages',
      '[core]\neditor = false\n[commit]\ntemplate = /nonexistent\n',
    ],
  ])('is made where %s are configured', async (_what, config) => {
    for (const hook of ['pre-commit', 'commit-msg', 'post-index-change']) {
      mkdirSync(join(home, 'hooks'), { recursive: true });
      writeFileSync(join(home, 'hooks', hook), `#!/bin/sh\ntouch ${home}/ran\nexit 1\n`);
      chmodSync(join(home, 'hooks', hook), 0o755);
    }
    configure(config.replaceAll('HOME', home));
    await commitProject(contextWith(identity), project, 'Start');
    expect(git('log', '--format=%s')).toBe('Start');
    expect(git('branch', '--show-current')).toBe('main');
    expect(() => realpathSync(join(home, 'ran'))).toThrow('ENOENT');
  });

  test('goes to the project, whichever repository an outer git has named', async () => {
    const outer = join(home, 'outer');
    mkdirSync(outer);
    execFileSync('git', ['init', '--quiet', outer]);
    const env = {
      ...identity,
      GIT_DIR: join(outer, '.git'),
      GIT_INDEX_FILE: join(outer, '.git/index'),
      GIT_WORK_TREE: outer,
    };
    await commitProject(contextWith(env), project, 'Start');
    expect(git('log', '--format=%s')).toBe('Start');
    expect(() =>
      execFileSync('git', ['-C', outer, 'rev-parse', 'HEAD'], { stdio: 'pipe' }),
    ).toThrow();
  });

  test('is added to a repository that the person has begun', async () => {
    git('init', '--quiet', '--initial-branch=theirs');
    await commitProject(contextWith(identity), project, 'Start');
    expect(git('branch', '--show-current')).toBe('theirs');
  });

  test('says why it could not be made', async () => {
    git('init', '--quiet');
    writeFileSync(join(project, '.git/index.lock'), '');
    await expect(commitProject(contextWith(identity), project, 'Start')).rejects.toThrow(
      /^git add failed: /,
    );
  });
});

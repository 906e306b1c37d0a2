import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeInvocation } from '../../src/system/invocation.ts';
import { findProgram, ownEnvironment, ownNodeVersion } from '../../src/system/own-environment.ts';
import { run } from '../../src/system/process.ts';
import { temporaryFolder } from '../support/temporary.ts';

describe('the own environment', () => {
  test('is without what a package manager that started the kit has set', () => {
    const env = {
      PATH: '/repo/node_modules/.bin:/usr/lib/node_modules/npm/bin:/usr/bin::/bin',
      npm_command: 'exec',
      npm_package_name: 'other',
      npm_lifecycle_event: 'npx',
      INIT_CWD: '/repo',
      NODE_ENV: 'production',
      npm_config_registry: 'https://registry.example',
      HTTPS_PROXY: 'http://proxy',
      LANG: 'de_DE.UTF-8',
    };
    expect(ownEnvironment(env)).toEqual({
      PATH: '/usr/bin:/bin',
      npm_config_registry: 'https://registry.example',
      HTTPS_PROXY: 'http://proxy',
      LANG: 'de_DE.UTF-8',
    });
  });

  test('has programs that can be run, found along its PATH', () => {
    const folder = temporaryFolder();
    for (const name of ['node_modules', 'a', 'b']) mkdirSync(join(folder, name));
    for (const place of ['node_modules', 'a', 'b']) writeFileSync(join(folder, place, 'tool'), '');
    chmodSync(join(folder, 'node_modules/tool'), 0o755);
    chmodSync(join(folder, 'b/tool'), 0o755);
    const PATH = ['node_modules', 'a', 'b'].map((name) => join(folder, name)).join(':');
    expect(findProgram('tool', { PATH })).toBe(join(folder, 'b/tool'));
    expect(findProgram('other', { PATH })).toBeNull();
    expect(findProgram('tool', {})).toBeNull();
  });

  test('has a folder of the name of a program, which is none', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'tool'));
    expect(findProgram('tool', { PATH: folder })).toBeNull();
  });

  test.each([
    ['v20.19.1', 20],
    ['v24.0.0', 24],
    ['nonsense', 0],
  ])('whose node says %s has version %i', async (said, major) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'node'), `#!/bin/sh\necho ${said}\n`);
    chmodSync(join(folder, 'node'), 0o755);
    expect(await ownNodeVersion(run, { PATH: folder })).toBe(major);
  });

  test('whose node is this one, by whatever link, has its version', async () => {
    const folder = temporaryFolder();
    symlinkSync(process.execPath, join(folder, 'node'));
    expect(await ownNodeVersion(run, { PATH: folder })).toBe(
      Number(process.versions.node.split('.')[0]),
    );
  });

  test('may have no node, or one that cannot be run', async () => {
    const folder = temporaryFolder();
    expect(await ownNodeVersion(run, { PATH: folder })).toBeNull();
    writeFileSync(join(folder, 'node'), 'no program');
    chmodSync(join(folder, 'node'), 0o755);
    expect(await ownNodeVersion(run, { PATH: folder })).toBeNull();
  });
});

describe('how the kit was started', () => {
  const fetched = '/home/ada/.npm/_npx/0123/node_modules/create-backend-roadmap';

  test.each([
    ['npm/11.0.0 node/v24.0.0 linux x64', 'npx create-backend-roadmap'],
    ['pnpm/10.0.0 npm/? node/v24.0.0', 'pnpm dlx create-backend-roadmap'],
    ['yarn/4.0.0 npm/? node/v24.0.0', 'yarn dlx create-backend-roadmap'],
    ['bun/1.2.0', 'bunx create-backend-roadmap'],
    ['constructor/1', 'npx create-backend-roadmap'],
  ])('by %s is %s', (npm_config_user_agent, command) => {
    expect(describeInvocation({ npm_config_user_agent }, fetched, '1.2.3')).toEqual({
      command,
      pinnedCommand: `${command}@1.2.3`,
    });
  });

  test('from a checkout is what npx finds there, and never the package of that name', () => {
    const { command, pinnedCommand } = describeInvocation(
      { npm_command: 'exec' },
      '/home/ada/kit',
      '1.2.3',
    );
    expect(command).toBe('npx create-backend');
    expect(pinnedCommand).toBe('npx create-backend-roadmap@1.2.3');
  });

  test('as a program that is installed is its name', () => {
    expect(
      describeInvocation({}, '/usr/lib/node_modules/create-backend-roadmap', '1.2.3').command,
    ).toBe('create-backend');
  });
});

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { installIn } from '../../src/classroom/packages/install.ts';
import { sandbox } from '../support/sandbox.ts';
import { temporaryFolder } from '../support/temporary.ts';

/** A package whose installation would leave a trace, and try to reach this machine. */
function hostilePackage(port: number): Buffer {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'package'));
  const script = `node -e "require('fs').writeFileSync('trace',''); fetch('http://127.0.0.1:${port}/trace')"`;
  const manifest = {
    name: 'hostile',
    version: '1.0.0',
    scripts: { install: script, postinstall: script },
  };
  writeFileSync(join(folder, 'package', 'package.json'), JSON.stringify(manifest));
  return execFileSync('tar', ['-czf', '-', 'package'], { cwd: folder });
}

/** A registry on this machine with that package; tells what it was asked for. */
async function startRegistry() {
  const asked: string[] = [];
  let tarball: Buffer = Buffer.alloc(0);
  const server = createServer((request, response) => {
    asked.push(request.url!);
    response.end(tarball);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  tarball = hostilePackage(port);
  return { asked, tarball, registry: new URL(`http://127.0.0.1:${port}/`) };
}

/** A folder in which npm is to install the package from an address. */
function wishFor(resolved: string, tarball: Buffer): string {
  const folder = temporaryFolder();
  chmodSync(folder, 0o755);
  const dependencies = { hostile: '1.0.0' };
  const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
  const root = { name: 'submission', version: '0.0.0' };
  const packages = {
    '': { ...root, dependencies },
    'node_modules/hostile': { version: '1.0.0', resolved, integrity, hasInstallScript: true },
  };
  const lock = { ...root, lockfileVersion: 3, requires: true, packages };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...root, dependencies }));
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock));
  return folder;
}

function install(registry: URL, folder: string) {
  if ('missing' in sandbox) throw new Error(sandbox.missing);
  const npm = {
    registry,
    commandLine: ['npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    settings: (cache: string) => ({
      npm_config_cache: cache,
      npm_config_registry: registry.href,
      npm_config_fetch_retries: '0',
      npm_config_update_notifier: 'false',
    }),
    mounts: [],
  };
  const cache = join(temporaryFolder(), 'cache');
  return installIn(sandbox, npm, cache, new AbortController().signal)(folder);
}

describe.skipIf('missing' in sandbox)('installing the packages of a submission', () => {
  test('fetches them from the registry, and runs nothing of theirs', async () => {
    const { asked, tarball, registry } = await startRegistry();
    const folder = wishFor(`${registry.href}hostile/-/hostile-1.0.0.tgz`, tarball);
    expect(await install(registry, folder)).toEqual({ refused: null });
    const installed = join(folder, 'node_modules', 'hostile');
    expect(readFileSync(join(installed, 'package.json'), 'utf8')).toContain('postinstall');
    expect(existsSync(join(installed, 'trace'))).toBe(false);
    expect(asked).toEqual(['/hostile/-/hostile-1.0.0.tgz']);
  });

  test('reaches nothing else', async () => {
    const [registry, other] = [await startRegistry(), await startRegistry()];
    const folder = wishFor(`${other.registry.href}hostile.tgz`, other.tarball);
    expect(await install(registry.registry, folder)).toEqual({
      refused: `npm wanted to reach ${other.registry.host}`,
    });
    expect(other.asked).toEqual([]);
  });

  test('takes nothing that is another than the lock file says', async () => {
    const { registry } = await startRegistry();
    const folder = wishFor(`${registry.href}hostile/-/hostile-1.0.0.tgz`, Buffer.from('other'));
    const { refused } = await install(registry, folder);
    expect(refused).toMatch(/integrity/i);
  });

  test('is no fault of the submission where the registry cannot be reached', async () => {
    const { tarball } = await startRegistry();
    const nowhere = new URL('http://127.0.0.1:9/');
    const folder = wishFor(`${nowhere.href}hostile/-/hostile-1.0.0.tgz`, tarball);
    await expect(install(nowhere, folder)).rejects.toThrow(/^the registry cannot be reached: /);
  });
});

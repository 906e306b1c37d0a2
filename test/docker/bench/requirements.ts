import { existsSync } from 'node:fs';
import { run, succeeds } from './shell.ts';

/** Why the engine cannot run on this machine, in a few words, or null when it can. */
export function obstacle(): string | null {
  if (process.platform !== 'linux') return 'the engine of these tests needs Linux';
  if (process.arch !== 'x64') return `no base image can be made for ${process.arch}`;
  if (process.getuid?.() !== 0) return 'the engine of these tests needs root';
  if (!existsSync('/sys/fs/cgroup')) return 'this machine has no control groups';
  if (!succeeds('unshare', ['--net', '--mount', '--pid', '--fork', 'true']))
    return 'this machine allows no namespaces';
  return succeeds('debootstrap', ['--version']) ? null : installDebootstrap();
}

function installDebootstrap(): string | null {
  if (!succeeds('apt-get', ['--version'])) return 'debootstrap is not installed';
  console.log('installing debootstrap');
  run('apt-get', ['update', '-qq']);
  run('apt-get', ['install', '-qq', '-y', '--no-install-recommends', ...PACKAGES]);
  return null;
}

const PACKAGES = ['debootstrap', 'debian-archive-keyring'];

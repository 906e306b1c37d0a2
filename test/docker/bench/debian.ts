import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { cached } from './cache.ts';
import { run } from './shell.ts';

const RELEASE = 'trixie';
const MIRROR = 'http://deb.debian.org/debian';

/** The folder of a minimal Debian, the ground of the engine and of every base image. */
export function minimalDebian(): string {
  return cached(`debian-${RELEASE}`, (folder) => {
    run('debootstrap', ['--variant=minbase', RELEASE, folder, MIRROR]);
  });
}

/** Copies the minimal Debian to `folder` and installs packages there. */
export function debianWith(packages: string[], folder: string): void {
  run('cp', ['-a', minimalDebian(), folder]);
  copyFileSync('/etc/resolv.conf', join(folder, 'etc/resolv.conf'));
  run('chroot', [folder, 'apt-get', 'update', '-qq']);
  run('chroot', [folder, 'apt-get', ...INSTALL, ...packages]);
  run('chroot', [folder, 'apt-get', 'clean']);
}

const INSTALL = ['install', '-qq', '-y', '--no-install-recommends'];

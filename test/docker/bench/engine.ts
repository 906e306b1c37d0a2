import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cached } from './cache.ts';
import { debianWith } from './debian.ts';

const PACKAGES = ['docker.io', 'docker-cli', 'docker-buildx', 'docker-compose', 'iptables'];

/** What `enter.sh` mounts into the engine's root, which is read-only while the engine runs. */
const MOUNT_POINTS = ['var/lib/docker', 'srv/run', 'srv/suite'];

/** The folder of a Debian with Docker Engine, buildx and compose: the root that the engine sees. */
export function engineRoot(): string {
  return cached('engine', (folder) => {
    debianWith([...PACKAGES, 'iproute2', 'ca-certificates'], folder);
    for (const point of MOUNT_POINTS) mkdirSync(join(folder, point), { recursive: true });
    writeFileSync(join(folder, 'usr/local/bin/node'), '');
  });
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Mount } from './bubblewrap.ts';
import { places, systemFiles } from './places.ts';

/** A folder with what one grading needs beside the submission. */
export interface RunFolder {
  readonly mounts: readonly Mount[];
  remove(): void;
}

/**
 * Writes what the cells of one grading see as the system's settings, and what is to be done.
 * @param user number of the user that programs run under
 */
export function makeRunFolder(job: object, user: number): RunFolder {
  const folder = mkdtempSync(join(tmpdir(), 'create-backend-grading-'));
  const texts: Readonly<Record<(typeof systemFiles)[number], string>> = {
    passwd: `student:x:${user}:${user}:student:/tmp:/bin/sh\n`,
    group: `student:x:${user}:\n`,
    hosts: '127.0.0.1 localhost\n::1 localhost\n',
    'nsswitch.conf': 'passwd: files\ngroup: files\nhosts: files\n',
  };
  mkdirSync(join(folder, 'etc'));
  const settings = systemFiles.map((name): Mount => {
    const from = join(folder, 'etc', name);
    writeFileSync(from, texts[name]);
    return { kind: 'read', from, to: `/etc/${name}` };
  });
  const from = join(folder, 'job.json');
  writeFileSync(from, JSON.stringify(job));
  return {
    mounts: [...settings, { kind: 'read', from, to: places.job }],
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

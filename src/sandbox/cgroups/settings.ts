import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Limits } from '../limits.ts';
import type { Hierarchy } from './hierarchies.ts';

/** A file of a group, and what is written into it. */
export type Setting = readonly [file: string, value: string];

/** Microseconds in which the share of the processors is counted. */
const PERIOD = 100_000;

/**
 * The files that set limits in one tree, in the order in which the kernel takes them.
 * The limit of memory with swap is no smaller than that of memory alone, which comes first.
 */
export function settingsFor(
  { version, controllers }: Hierarchy,
  { memory, processes, cpuPercent }: Limits,
): readonly Setting[] {
  const quota = String((PERIOD * cpuPercent) / 100);
  const settings: Record<string, readonly Setting[]> =
    version === 1
      ? {
          memory: [
            ['memory.limit_in_bytes', String(memory)],
            ['memory.memsw.limit_in_bytes', String(memory)],
          ],
          pids: [['pids.max', String(processes)]],
          cpu: [
            ['cpu.cfs_period_us', String(PERIOD)],
            ['cpu.cfs_quota_us', quota],
          ],
        }
      : {
          memory: [
            ['memory.max', String(memory)],
            ['memory.swap.max', '0'],
          ],
          pids: [['pids.max', String(processes)]],
          cpu: [['cpu.max', `${quota} ${PERIOD}`]],
        };
  return Object.entries(settings).flatMap(([name, rows]) =>
    controllers.includes(name) ? rows : [],
  );
}

/** Files that a kernel without swap accounting does not have. */
export const optionalFiles: ReadonlySet<string> = new Set([
  'memory.memsw.limit_in_bytes',
  'memory.swap.max',
]);

/** The file that counts processes ended for want of memory, by version; its line is `oom_kill N`. */
export const memoryEvents = { 1: 'memory.oom_control', 2: 'memory.events' } as const;

/** Lets the groups within a group of the second version have limits. */
export function limitWithin({ controllers }: Hierarchy, folder: string): void {
  const wanted = ['memory', 'pids', 'cpu'].filter((name) => controllers.includes(name));
  const text = wanted.map((name) => `+${name}`).join(' ');
  writeFileSync(join(folder, 'cgroup.subtree_control'), text);
}

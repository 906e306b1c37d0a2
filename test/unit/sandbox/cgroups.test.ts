import { describe, expect, test } from 'vitest';
import { chooseHierarchies, readHierarchies } from '../../../src/sandbox/cgroups/hierarchies.ts';
import { settingsFor } from '../../../src/sandbox/cgroups/settings.ts';

const limits = { memory: 1000, processes: 20, cpuPercent: 150 };

const oldMounts = `
proc /proc proc rw 0 0
cgroup /sys/fs/cgroup/cpu,cpuacct cgroup rw,relatime,cpu,cpuacct 0 0
cgroup /sys/fs/cgroup/memory cgroup rw,relatime,memory 0 0
cgroup /sys/fs/cgroup/pids cgroup rw,relatime,pids 0 0
cgroup2 /sys/fs/cgroup/unified cgroup2 rw,relatime 0 0`;
const oldGroups = '9:pids:/user\n4:memory:/user/me\n1:cpu,cpuacct:/\n0::/me';

describe('the trees of control groups', () => {
  test('are found where each limits something else', () => {
    const found = readHierarchies(oldMounts, oldGroups, () => '');
    const chosen = chooseHierarchies(found)!;
    expect(chosen.map(({ mount, version, ownPath }) => [mount, version, ownPath])).toEqual([
      ['/sys/fs/cgroup/memory', 1, '/user/me'],
      ['/sys/fs/cgroup/pids', 1, '/user'],
      ['/sys/fs/cgroup/cpu,cpuacct', 1, '/'],
    ]);
  });

  test('are one where that limits everything', () => {
    const mounts = 'cgroup2 /sys/fs/cgroup cgroup2 rw 0 0';
    const found = readHierarchies(mounts, '0::/user.slice/me', () => 'cpuset cpu io memory pids\n');
    expect(chooseHierarchies(found)).toEqual([
      {
        version: 2,
        mount: '/sys/fs/cgroup',
        controllers: ['cpuset', 'cpu', 'io', 'memory', 'pids'],
        ownPath: '/user.slice/me',
      },
    ]);
  });

  test('are of no use where memory cannot be limited', () => {
    const mounts = 'cgroup2 /sys/fs/cgroup cgroup2 rw 0 0';
    expect(chooseHierarchies(readHierarchies(mounts, '0::/', () => 'pids cpu'))).toBeNull();
  });
});

describe('the limits of a group', () => {
  test('are written as the first version wants them, memory before memory with swap', () => {
    const tree = { version: 1 as const, mount: '', controllers: ['memory'], ownPath: '/' };
    expect(settingsFor(tree, limits)).toEqual([
      ['memory.limit_in_bytes', '1000'],
      ['memory.memsw.limit_in_bytes', '1000'],
    ]);
  });

  test('are written as the second version wants them, without swap', () => {
    const controllers = ['cpu', 'memory', 'pids'];
    const tree = { version: 2 as const, mount: '', controllers, ownPath: '/' };
    expect(settingsFor(tree, limits)).toEqual([
      ['memory.max', '1000'],
      ['memory.swap.max', '0'],
      ['pids.max', '20'],
      ['cpu.max', '150000 100000'],
    ]);
  });
});

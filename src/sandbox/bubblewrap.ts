import { dirname } from 'node:path';

/** Something that a cell sees of the files of its host. */
export type Mount =
  | { readonly kind: 'read' | 'write' | 'device'; readonly from: string; readonly to: string }
  | { readonly kind: 'link'; readonly target: string; readonly to: string }
  /** A file system of its own in memory. */
  | { readonly kind: 'memory'; readonly to: string; readonly bytes: number };

/** What a program sees and may do when it is enclosed. */
export interface Cell {
  /** In their order: a later one may lie in an earlier one. Nothing else is there. */
  readonly mounts: readonly Mount[];
  /** The whole environment. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** A loopback interface of its own, or that of whoever starts it; there is no other network. */
  readonly network: 'own' | 'shared';
  /** Whether it may enclose other programs in turn. */
  readonly mayEnclose: boolean;
  /** Whether it is told on descriptor 3 that the program runs, and how it ended. */
  readonly tellsStatus: boolean;
}

/** The command line that runs a program in a cell of its own, without any privilege. */
export function enclose(cell: Cell, commandLine: readonly string[]): readonly string[] {
  const { mounts, env, cwd, network, mayEnclose, tellsStatus } = cell;
  const names = ['user', 'pid', 'ipc', 'uts', 'cgroup', ...(network === 'own' ? ['net'] : [])];
  const variables = Object.entries(env).filter(([, value]) => value !== undefined);
  const options: readonly (readonly string[])[] = [
    ...names.map((name) => [`--unshare-${name}`]),
    mayEnclose ? [] : ['--disable-userns'],
    tellsStatus ? ['--json-status-fd', '3'] : [],
    ['--die-with-parent'],
    ['--hostname', 'sandbox'],
    ['--dev', '/dev'],
    ['--proc', '/proc'],
    mountArguments(mounts),
    // Without it, the folder at the top of it all would be one to write into.
    ['--remount-ro', '/'],
    ['--clearenv'],
    ...variables.map(([name, value]) => ['--setenv', name, value!]),
    ['--chdir', cwd],
  ];
  return ['bwrap', ...options.flat(), '--', ...commandLine];
}

/** How bubblewrap is told what is to be seen. */
export function mountArguments(mounts: readonly Mount[]): readonly string[] {
  return [
    ...foldersAbove(mounts).flatMap((folder) => ['--dir', folder]),
    ...mounts.flatMap(argumentsOf),
  ];
}

/** Folders that only lead to something; made in passing, they would be closed to everybody. */
function foldersAbove(mounts: readonly Mount[]): readonly string[] {
  const seen = new Set(mounts.map(({ to }) => to));
  const above = (path: string): string[] => {
    const parent = dirname(path);
    return parent === '/' || seen.has(parent) ? [] : [...above(parent), parent];
  };
  return [...new Set(mounts.flatMap(({ to }) => above(to)))];
}

function argumentsOf(mount: Mount): readonly string[] {
  switch (mount.kind) {
    case 'read':
      return ['--ro-bind', mount.from, mount.to];
    case 'write':
      return ['--bind', mount.from, mount.to];
    case 'device':
      return ['--dev-bind', mount.from, mount.to];
    case 'link':
      return ['--symlink', mount.target, mount.to];
    case 'memory':
      return ['--size', String(mount.bytes), '--tmpfs', mount.to];
  }
}

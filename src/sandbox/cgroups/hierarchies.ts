/** A tree of control groups that the kernel keeps. */
export interface Hierarchy {
  readonly version: 1 | 2;
  /** Folder of its root. */
  readonly mount: string;
  /** What it can limit: `memory`, `pids`, `cpu` … */
  readonly controllers: readonly string[];
  /** Place of this process in it, beginning with `/`. */
  readonly ownPath: string;
}

/**
 * The trees of a machine.
 * @param mounts text of `/proc/mounts`
 * @param ownGroups text of `/proc/self/cgroup`
 * @param controllersOf text of `cgroup.controllers` of a mounted second-version tree
 */
export function readHierarchies(
  mounts: string,
  ownGroups: string,
  controllersOf: (mount: string) => string,
): readonly Hierarchy[] {
  const rows = mounts.split('\n').map((line) => line.split(' '));
  return rows.flatMap(([, mount = '', kind, options = '']): Hierarchy[] => {
    if (kind === 'cgroup2') {
      const controllers = controllersOf(mount).trim().split(/\s+/);
      return [{ version: 2, mount, controllers, ownPath: ownPathIn(ownGroups, ['']) }];
    }
    if (kind !== 'cgroup') return [];
    const controllers = options.split(',');
    return [{ version: 1, mount, controllers, ownPath: ownPathIn(ownGroups, controllers) }];
  });
}

/** The path in a line such as `4:memory:/user`; the line of the second version has no name. */
function ownPathIn(ownGroups: string, controllers: readonly string[]): string {
  const rows = ownGroups.split('\n').map((line) => /^\d+:([^:]*):(.*)$/.exec(line));
  const own = rows.find((row) => row?.[1]!.split(',').some((name) => controllers.includes(name)));
  return own?.[2] ?? '/';
}

/** The trees that limit what has to be limited; null where memory or processes cannot be. */
export function chooseHierarchies(found: readonly Hierarchy[]): readonly Hierarchy[] | null {
  const withController = (name: string) =>
    found.find(({ controllers }) => controllers.includes(name));
  const [memory, pids, cpu] = ['memory', 'pids', 'cpu'].map(withController);
  if (memory === undefined || pids === undefined) return null;
  return [...new Set([memory, pids, ...(cpu === undefined ? [] : [cpu])])];
}

import { enclose, mountArguments, type Cell, type Mount } from './bubblewrap.ts';
import { searchPath } from './places.ts';
import { systemMounts } from './system-mounts.ts';

/** User and group that programs run under where we are root; nobody else's, and nothing is theirs. */
const PLAIN_USER = 60_077;

/** Bytes of files in memory that the grader and the databases may have. */
const TEMPORARY = 1024 ** 3;

/** git refuses repositories of other users; here they all are. */
const trustAll = {
  GIT_CONFIG_COUNT: '1',
  GIT_CONFIG_KEY_0: 'safe.directory',
  GIT_CONFIG_VALUE_0: '*',
};

/** Number of the user that programs of a grading run under. */
export function gradingUser(): number {
  const own = process.getuid!();
  return own === 0 ? PLAIN_USER : own;
}

/**
 * The command line that runs the kit's own part of a grading in a cell: it sees one submission,
 * has a network of its own, and can change nothing that lasts.
 * @param mounts what it sees beside the system
 */
export function inGraderCell(
  mounts: readonly Mount[],
  commandLine: readonly string[],
): readonly string[] {
  const memory: Mount = { kind: 'memory', to: '/tmp', bytes: TEMPORARY };
  const cell: Cell = {
    mounts: [...systemMounts(), memory, ...mounts],
    env: { PATH: searchPath, HOME: '/tmp', LANG: 'C.UTF-8', NO_COLOR: '1', ...trustAll },
    cwd: '/',
    network: 'own',
    mayEnclose: true,
    tellsStatus: false,
  };
  if (process.getuid!() !== 0) return enclose(cell, commandLine);
  const reached = { ...cell, mounts: [...systemMounts(), memory, ...mounts.map(whereItIs)] };
  return [...asPlainUser(mounts), ...enclose(reached, commandLine)];
}

/**
 * As root: what the plain user could not reach, because it lies in somebody's home, is put where
 * the cell has it; then root is given up, for good.
 */
function asPlainUser(mounts: readonly Mount[]): readonly string[] {
  const reachable: readonly Mount[] = [
    ...systemMounts(),
    { kind: 'device', from: '/dev', to: '/dev' },
    { kind: 'device', from: '/proc', to: '/proc' },
    { kind: 'memory', to: '/tmp', bytes: TEMPORARY },
    ...mounts,
  ];
  const capabilities = ['CAP_SETUID', 'CAP_SETGID'].flatMap((name) => ['--cap-add', name]);
  const user = [`--reuid=${PLAIN_USER}`, `--regid=${PLAIN_USER}`, '--clear-groups'];
  const nothing = ['--no-new-privs', '--bounding-set=-all', '--inh-caps=-all'];
  const reach = ['bwrap', '--die-with-parent', ...capabilities];
  const giveUp = ['setpriv', ...user, ...nothing, '--'];
  return [...reach, ...mountArguments(reachable), '--', ...giveUp];
}

/** The same thing once it is at its place. */
function whereItIs(mount: Mount): Mount {
  return 'from' in mount ? { ...mount, from: mount.to } : mount;
}

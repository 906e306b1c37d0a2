import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** A port that a process listens on. */
export interface Listener {
  readonly pid: number;
  readonly port: number;
}

/** State of a listening socket in `/proc/net/tcp`, after the kernel's `tcp_states.h`. */
const LISTEN = '0A';

/** Ids of the processes whose environment holds `entry` (`NAME=value`). Empty where there is no `/proc`. */
export function processesWith(entry: string): number[] {
  return processIds().filter((pid) =>
    readOr('', () => readFileSync(`/proc/${pid}/environ`, 'utf8'))
      .split('\0')
      .includes(entry),
  );
}

/** A process, and where it belongs. */
export interface TableRow {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  readonly session: number;
}

/** The processes of a group. Empty where there is no `/proc`. */
export function membersOf(group: number): readonly TableRow[] {
  return processTable().filter((row) => row.group === group);
}

/** Every process. Empty where there is no `/proc`. */
export function processTable(): readonly TableRow[] {
  return processIds().flatMap((pid) => {
    const stat = readOr('', () => readFileSync(`/proc/${pid}/stat`, 'utf8'));
    // What stands in brackets is the program's name, which may hold anything.
    const [, parent, group, session] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    return stat === '' ? [] : [{ pid, parent: parent!, group: group!, session: session! }];
  });
}

/** What a process was started as; empty where it has ended. */
export function commandLineOf(pid: number): readonly string[] {
  const text = readOr('', () => readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
  return text.split('\0').filter(Boolean);
}

/** Ports that these processes listen on. Empty where there is no `/proc`. */
export function listenersOf(pids: readonly number[]): Listener[] {
  const portByInode = listeningPorts();
  return pids.flatMap((pid) =>
    socketInodes(pid).flatMap((inode) => {
      const port = portByInode.get(inode);
      return port === undefined ? [] : [{ pid, port }];
    }),
  );
}

function processIds(): number[] {
  return readOr([], () => readdirSync('/proc'))
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

function socketInodes(pid: number): string[] {
  const files = readOr([], () => readdirSync(`/proc/${pid}/fd`));
  return files.flatMap((file) => {
    const target = readOr('', () => readlinkSync(`/proc/${pid}/fd/${file}`));
    return /^socket:\[(\d+)\]$/.exec(target)?.slice(1) ?? [];
  });
}

function listeningPorts(): Map<string, number> {
  const lines = ['tcp', 'tcp6'].flatMap((table) =>
    readOr('', () => readFileSync(`/proc/net/${table}`, 'utf8'))
      .trim()
      .split('\n')
      .slice(1),
  );
  const rows = lines.map((line) => line.trim().split(/\s+/));
  return new Map(
    rows
      .filter(([, , , state]) => state === LISTEN)
      .map((row) => [row[9]!, parseInt(row[1]!.split(':').at(-1)!, 16)]),
  );
}

/** Processes come and go while they are read, and some belong to others. */
function readOr<T>(otherwise: T, read: () => T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}

import { readFileSync } from 'node:fs';

/** How often programs in this network have tried to leave it. */
export interface NetworkAttempts {
  /** Connections to addresses that no route leads to. */
  readonly unroutable: number;
  /** Packets to ports that nobody listens on, as questions for names are. */
  readonly unheard: number;
}

/**
 * Counts of the network of this process, which is to be one of its own.
 * @param table text of `/proc/net/snmp`
 */
export function networkAttempts(
  table: string = readFileSync('/proc/net/snmp', 'utf8'),
): NetworkAttempts {
  return { unroutable: count(table, 'Ip', 'OutNoRoutes'), unheard: count(table, 'Udp', 'NoPorts') };
}

/** Each protocol has two lines: the names of its counters, and below them the counts. */
function count(table: string, protocol: string, name: string): number {
  const [names = '', counts = ''] = table
    .split('\n')
    .filter((line) => line.startsWith(`${protocol}: `));
  return Number(counts.split(' ')[names.split(' ').indexOf(name)] ?? 0);
}

import type { PlacedCheck } from './check.ts';
import { Failure } from './failure.ts';
import type { Address } from './http/converse.ts';
import type { Launched } from './service/control.ts';
import { READY_WITHIN_MS, type Service, type Start } from './service/service.ts';

/** The check that comes before all others: what it finds is known when the service was started. */
export const startCheck: PlacedCheck = {
  id: 'starts-on-its-port',
  title: 'the service starts, listens on HOST and PORT, and answers within 10 s',
  lesson: '00-start-here',
  from: 1,
  likely: 'the port is written into the code, or something fails while the service starts',
  run: async () => {},
};

/** Ends {@link startCheck} as failed unless the service is ready. */
export function judgeStart(start: Start, service: Service, address: Address): void {
  if (start.end === 'ready') return;
  const expected = `an answer on port ${address.port} within ${READY_WITHIN_MS / 1000} s`;
  if (start.end === 'ended') {
    throw new Failure({ expected, got: describeEnd(start.how) });
  }
  throw new Failure({ expected, got: describePorts(start.ports, service.address.port) });
}

/** What came of the start of a further process, in words, with the last that it said. */
export function describeStart({ service, start }: Pick<Launched, 'service' | 'start'>): string {
  if (start.end === 'ready') return 'it starts, and answers';
  const [said] = service.log.telling(1);
  const how =
    start.end === 'ended'
      ? describeEnd(start.how)
      : describePorts(start.ports, service.address.port);
  return said === undefined ? `${how}, and says nothing` : `${how}: ${said}`;
}

/** How a process ended, in words. */
export function describeEnd({
  exitCode,
  signal,
}: {
  exitCode: number | null;
  signal: string | null;
}) {
  return signal === null
    ? `the process ended with exit code ${exitCode}`
    : `the process was ended by ${signal}`;
}

function describePorts(ports: readonly number[], wanted: number): string {
  if (ports.length === 0) return 'the process runs and listens on no port';
  if (ports.includes(wanted))
    return `it listens on ${wanted}, and does not answer GET /health/live`;
  return `you listen on ${ports.join(' and ')}; PORT was ${wanted}`;
}

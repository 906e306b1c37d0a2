import { createRequire } from 'node:module';
import { join } from 'node:path';

/** One kind of request that a service is asked many times. */
export interface Load {
  readonly name: 'GET one' | 'GET list' | 'POST';
  readonly method: 'GET' | 'POST';
  readonly path: string;
}

export const loads: readonly Load[] = [
  { name: 'GET one', method: 'GET', path: '/api/v1/tasks/7' },
  { name: 'GET list', method: 'GET', path: '/api/v1/tasks' },
  { name: 'POST', method: 'POST', path: '/api/v1/tasks' },
];

const CONNECTIONS = 20;
const WARM_UP = 8_000;

/** Requests that are counted: a fixed number, so that CPU time can be told for each. */
const REQUESTS = 20_000;

/** What of autocannon is used. */
type Autocannon = (options: object) => Promise<{ non2xx: number; errors: number }>;

/** Sends requests of one kind, as many as are asked for. */
export type Shoot = (amount: number) => Promise<void>;

/** Prepares to shoot at a service; throws where an answer is no success. */
export function aim(
  tools: string,
  url: string,
  { method, path }: Load,
  headers: Readonly<Record<string, string>>,
): Shoot {
  const autocannon = createRequire(join(tools, 'package.json'))('autocannon') as Autocannon;
  let count = 0;
  const request = {
    method,
    path,
    headers: { 'content-type': 'application/json', ...headers },
    setupRequest: (prepared: object) =>
      method === 'GET' ? prepared : { ...prepared, body: bodyOf(`${Date.now()}-${count++}`) },
  };
  return async (amount) => {
    const options = { url, connections: CONNECTIONS, amount, requests: [request] };
    const { non2xx, errors } = await autocannon(options);
    if (non2xx + errors > 0) throw new Error(`${method} ${path}: not all answers were a success`);
  };
}

/** What a service needed for its requests, after those that warm it up. */
export interface Effort {
  readonly requestsPerSecond: number;
  /** CPU time of the process for each request, user and system, in microseconds. */
  readonly cpuMicros: number;
}

export async function effortOf(shoot: Shoot, cpuMicros: () => Promise<number>): Promise<Effort> {
  await shoot(WARM_UP);
  const cpuBefore = await cpuMicros();
  const since = performance.now();
  await shoot(REQUESTS);
  const seconds = (performance.now() - since) / 1000;
  const cpu = (await cpuMicros()) - cpuBefore;
  return { requestsPerSecond: REQUESTS / seconds, cpuMicros: cpu / REQUESTS };
}

/** A task that has a title of its own. */
export function bodyOf(title: string): string {
  return JSON.stringify({ title, priority: 2 });
}

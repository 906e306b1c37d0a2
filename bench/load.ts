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
const WARM_UP_SECONDS = 1;
const SECONDS = 2;

/** What of autocannon is used. */
type Autocannon = (options: object) => Promise<{ requests: { average: number }; non2xx: number }>;

/** Requests per second that a service answers. */
export async function requestsPerSecond(
  tools: string,
  url: string,
  { method, path }: Load,
  headers: Readonly<Record<string, string>>,
): Promise<number> {
  const autocannon = createRequire(join(tools, 'package.json'))('autocannon') as Autocannon;
  let count = 0;
  const request = {
    method,
    path,
    headers: { 'content-type': 'application/json', ...headers },
    setupRequest: (prepared: object) =>
      method === 'GET' ? prepared : { ...prepared, body: bodyOf(`${Date.now()}-${count++}`) },
  };
  const shoot = (duration: number) =>
    autocannon({ url, connections: CONNECTIONS, duration, requests: [request] });
  await shoot(WARM_UP_SECONDS);
  const { requests, non2xx } = await shoot(SECONDS);
  if (non2xx > 0) throw new Error(`${method} ${path}: ${non2xx} answers were no success`);
  return requests.average;
}

/** A task that has a title of its own. */
export function bodyOf(title: string): string {
  return JSON.stringify({ title, priority: 2 });
}

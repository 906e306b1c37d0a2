import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Stage } from '../src/catalog/stages.ts';
import { findFreePort } from '../src/system/free-port.ts';
import { bodyOf } from './load.ts';

/** What both services of a stage are started with. */
export interface Store {
  readonly env: NodeJS.ProcessEnv;
  readonly headers: Readonly<Record<string, string>>;
  /** Gives the next process the same beginning. */
  reset(): void;
}

/** A process that answers. */
export interface Server {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** From the start of the process to its first answer. */
  readonly firstAnswerMs: number;
  /** Puts in what the requests ask for. */
  fill(): Promise<void>;
  /** CPU time that the process has used so far, user and system. */
  cpuMicros(): Promise<number>;
  stop(): Promise<void>;
}

const ITEMS = 20;
const PROBE_MS = 5;
const METER = join(import.meta.dirname, 'meter.ts');

/** The store of a stage, migrated; at stage 4 with a user and a token. */
export async function prepareStore(stage: Stage, project: string): Promise<Store> {
  if (stage.number === 1) return { env: {}, headers: {}, reset: () => {} };
  if (stage.number === 2) return sqliteStore(project);
  const env = {
    DATABASE_URL: createDatabase(`bench_${process.pid}_${stage.number}`),
    JWT_SECRET: 'a secret that only this measurement knows',
    JWT_TTL_SECONDS: '86400',
  };
  migrate(project, env);
  const headers = stage.number === 3 ? {} : await logIn(project, env);
  return { env, headers, reset: () => {} };
}

/** Starts `node <file>` in a project and waits for its first answer. */
export async function startServer(project: string, file: string, store: Store): Promise<Server> {
  store.reset();
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const usual = { PATH: process.env['PATH'], PORT: String(port), LOG_LEVEL: 'warn' };
  const since = performance.now();
  const child = spawn(process.execPath, ['--import', METER, file], {
    cwd: project,
    env: { ...usual, ...store.env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  await firstAnswer(`${url}/api/v1/tasks`, store.headers, () => child.exitCode !== null);
  const headers = { 'content-type': 'application/json', ...store.headers };
  return {
    url,
    headers: store.headers,
    firstAnswerMs: performance.now() - since,
    async fill() {
      for (let n = 0; n < ITEMS; n++) {
        const body = bodyOf(`filled ${n}`);
        await (await fetch(`${url}/api/v1/tasks`, { method: 'POST', headers, body })).text();
      }
    },
    async cpuMicros() {
      child.send('cpu');
      const [micros] = await once(child, 'message');
      return micros as number;
    },
    async stop() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function sqliteStore(project: string): Store {
  const path = join(project, 'bench.sqlite');
  const env = { DATABASE_PATH: path };
  return {
    env,
    headers: {},
    reset() {
      for (const ending of ['', '-wal', '-shm']) rmSync(path + ending, { force: true });
      migrate(project, env);
    },
  };
}

function migrate(project: string, env: NodeJS.ProcessEnv): void {
  const whole = { PATH: process.env['PATH'], ...env };
  const options = { cwd: project, env: whole, stdio: 'ignore' } as const;
  execFileSync(process.execPath, ['src/commands/migrate.ts'], options);
}

/** A database of its own beside the one that DATABASE_URL names. */
function createDatabase(name: string): string {
  const given = process.env['DATABASE_URL'];
  if (given === undefined) throw new Error('set DATABASE_URL to measure stages 3 and 4');
  execFileSync('psql', [given, '-qc', `CREATE DATABASE ${name}`]);
  const url = new URL(given);
  url.pathname = `/${name}`;
  return url.href;
}

/** Registers a user with the project itself; the headers that its requests carry. */
async function logIn(project: string, env: NodeJS.ProcessEnv): Promise<Store['headers']> {
  const server = await startServer(project, 'src/server.ts', { env, headers: {}, reset() {} });
  const user = { email: 'bench@example.com', password: 'correct horse battery' };
  const send = (path: string, body: object) =>
    fetch(`${server.url}/api/v1/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  try {
    await send('register', { name: 'Bench', ...user });
    const { access_token } = (await (await send('login', user)).json()) as Record<string, string>;
    return { authorization: `Bearer ${access_token}` };
  } finally {
    await server.stop();
  }
}

async function firstAnswer(url: string, headers: Store['headers'], hasEnded: () => boolean) {
  while (!hasEnded()) {
    try {
      return await (await fetch(url, { headers: { connection: 'close', ...headers } })).text();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, PROBE_MS));
    }
  }
  throw new Error('the service ended before it answered');
}

import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from '../../system/free-port.ts';
import { launch, run, type RunningProgram } from '../../system/process.ts';
import { asPlainUser, plainUser } from './plain-user.ts';
import { withConnection } from './sql.ts';

/** A server that runs until it is stopped, and whose data go with it. */
export interface Cluster {
  readonly url: string;
  stop(): Promise<void>;
}

/** Time that a new server gets to answer, in milliseconds. */
const READY_WITHIN_MS = 20_000;
const PROBE_EVERY_MS = 50;

/** Its data are thrown away, so nothing waits for a disk; a deadlock is found at once. */
const hasty = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'deadlock_timeout=200ms',
];
const modest = [
  'timezone=UTC',
  'max_connections=200',
  'shared_buffers=32MB',
  'unix_socket_directories=',
];

/**
 * Starts a server of the Postgres in `programs` on a temporary folder; as root, under another user,
 * because Postgres refuses root.
 * @throws Error with what the program said when it cannot be started here
 */
export async function startCluster(programs: string, signal: AbortSignal): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'create-backend-postgres-'));
  let server: RunningProgram | null = null;
  const stop = async () => {
    server?.signalGroup('SIGQUIT');
    await server?.ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const password = await createCluster(programs, folder, signal);
    const port = await findFreePort();
    const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
    let said = '';
    server = await launchServer(programs, folder, port, (text) => (said += text));
    const died = server.ended.then(() => Promise.reject(new Error(lastLine(said))));
    await Promise.race([awaitServer(url, signal), died]);
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Makes the data of a new server in `folder/data`, and answers the password of its role. */
export async function createCluster(
  programs: string,
  folder: string,
  signal: AbortSignal,
): Promise<string> {
  const password = randomBytes(12).toString('hex');
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (plainUser !== null) {
    for (const path of [folder, passwordFile]) chownSync(path, plainUser, plainUser);
  }
  chmodSync(folder, 0o700);
  const how = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const what = ['--encoding=UTF8', '--locale=C', '--no-sync', `--pgdata=${join(folder, 'data')}`];
  const commandLine = asPlainUser([join(programs, 'initdb'), ...how, ...what]);
  const made = await run(commandLine, { cwd: folder, env: process.env, signal });
  if (made.exitCode !== 0) throw new Error(lastLine(made.output));
  return password;
}

function launchServer(
  programs: string,
  folder: string,
  port: number,
  onOutput: (text: string) => void,
): Promise<RunningProgram> {
  const settings = [...hasty, ...modest, 'listen_addresses=127.0.0.1', `port=${port}`];
  const options = settings.flatMap((setting) => ['-c', setting]);
  const commandLine = [join(programs, 'postgres'), '-D', join(folder, 'data'), ...options];
  return launch(asPlainUser(commandLine), { cwd: folder, env: process.env }, onOutput);
}

function lastLine(output: string): string {
  return output.trim().split('\n').at(-1)!;
}

async function awaitServer(url: string, signal: AbortSignal): Promise<void> {
  const since = performance.now();
  for (;;) {
    signal.throwIfAborted();
    try {
      return await withConnection(url, async () => {});
    } catch (error) {
      if (performance.now() - since > READY_WITHIN_MS) throw error;
      await new Promise((resolve) => setTimeout(resolve, PROBE_EVERY_MS));
    }
  }
}

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../../errors.ts';
import { findFreePort } from '../../system/free-port.ts';
import type { Run } from '../../system/process.ts';
import { createCluster } from './cluster.ts';
import { asPlainUser, plainUser } from './plain-user.ts';

/** What is needed to run the programs of a Postgres. */
export interface ClusterHost {
  /** Folder of the programs. */
  readonly programs: string;
  readonly run: Run;
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
}

/** A server that goes on running when the kit has ended, with data that stay. */
export interface LastingCluster {
  /** Holds the data, the log, and the address. */
  readonly folder: string;
  readonly url: string;
}

/**
 * Starts the server that belongs to a project, and makes it where there is none yet.
 * @throws UserError with the server's own words when it does not start
 */
export async function startLasting(host: ClusterHost, project: string): Promise<LastingCluster> {
  const folder = lastingFolder(project, host.env);
  const addressFile = join(folder, 'address');
  if (!existsSync(addressFile))
    writeFileSync(addressFile, await make(host, folder), { mode: 0o600 });
  const url = readFileSync(addressFile, 'utf8');
  if (await isRunning(host, folder)) return { folder, url };
  const log = join(folder, 'log');
  const settings = `-c listen_addresses=127.0.0.1 -c unix_socket_directories= -c port=${new URL(url).port}`;
  const started = await control(host, folder, ['start', '--wait', `--log=${log}`, '-o', settings]);
  if (started.exitCode === 0) return { folder, url };
  throw new UserError('The database server does not start.', `It says why in ${log}`);
}

/** Stops the server of a project; false where it did not run. */
export async function stopLasting(host: ClusterHost, project: string): Promise<boolean> {
  const folder = lastingFolder(project, host.env);
  if (!existsSync(folder) || !(await isRunning(host, folder))) return false;
  const { exitCode, output } = await control(host, folder, ['stop', '--wait', '--mode=fast']);
  if (exitCode !== 0) throw new UserError(`The database server does not stop: ${output.trim()}`);
  return true;
}

/** Outside of the project, so that no tool that looks through it meets the files of a database. */
function lastingFolder(project: string, env: NodeJS.ProcessEnv): string {
  const home = env['XDG_STATE_HOME'] || join(homedir(), '.local', 'state');
  // Root's home is closed to the user under which Postgres runs then.
  const parent = plainUser === null ? join(home, 'create-backend') : '/var/tmp';
  const name = createHash('sha256').update(project).digest('hex').slice(0, 12);
  return join(parent, `create-backend-postgres-${name}`);
}

async function make({ programs, signal }: ClusterHost, folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const password = await createCluster(programs, folder, signal);
  return `postgres://postgres:${password}@127.0.0.1:${await findFreePort()}/postgres`;
}

async function isRunning(host: ClusterHost, folder: string): Promise<boolean> {
  return (await control(host, folder, ['status'])).exitCode === 0;
}

function control({ programs, run, env, signal }: ClusterHost, folder: string, words: string[]) {
  const commandLine = [join(programs, 'pg_ctl'), `--pgdata=${join(folder, 'data')}`, ...words];
  return run(asPlainUser(commandLine), { cwd: folder, env, signal });
}

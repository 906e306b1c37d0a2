import { chown, mkdtemp, rm } from 'node:fs/promises';
import { readdirSync, realpathSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { UserError } from '../../errors.ts';
import { findProgram } from '../../system/own-environment.ts';
import { findFreePort } from '../../system/free-port.ts';
import { launch, type Run, type RunningProgram } from '../../system/process.ts';

/** A Postgres server of our own: empty, on the loopback interface only, gone afterwards. */
export interface PostgresServer {
  /** URL of its maintenance database; the role in it is a superuser. */
  readonly url: string;
  stop(): Promise<void>;
}

/** What is needed to run programs. */
export interface Running {
  readonly run: Run;
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
}

/** Where Linux distributions and installers put the server's programs. */
const installations = ['/usr/lib/postgresql', '/usr/pgsql', '/opt/homebrew/opt', '/usr/local/opt'];
const READY_WITHIN_MS = 20_000;
/** For throwaway data, durability only costs time. */
const hasty = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/** Folder of the server's programs; null where no Postgres is installed. */
export function findPostgres(env: NodeJS.ProcessEnv): string | null {
  const onPath = findProgram('initdb', env);
  // A link to it lies where its fellows need not be.
  if (onPath !== null) return dirname(realpathSync(onPath));
  const folders = installations.flatMap((root) =>
    entriesOf(root).map((version) => join(root, version, 'bin')),
  );
  return folders.toReversed().find((folder) => entriesOf(folder).includes('initdb')) ?? null;
}

/** Starts a temporary server from the programs in `bin`; it refuses root, so root lends it a user. */
export async function startPostgres(bin: string, running: Running): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), 'create-backend-postgres-'));
  const prefix = await lentUser(folder, running);
  const data = join(folder, 'data');
  const options = { cwd: folder, env: running.env, signal: running.signal };
  const init = [
    join(bin, 'initdb'),
    '-D',
    data,
    '-U',
    'postgres',
    '-A',
    'trust',
    '-N',
    '-E',
    'UTF8',
  ];
  const made = await running.run([...prefix, ...init, '--locale=C'], options);
  if (made.exitCode !== 0) throw new UserError('A temporary Postgres cannot be made.', made.output);
  const port = await findFreePort();
  const settings = [
    ...hasty,
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=`,
  ];
  const words = settings.flatMap((setting) => ['-c', setting]);
  const program = await launch(
    [...prefix, join(bin, 'postgres'), '-D', data, ...words],
    options,
    () => {},
  );
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  try {
    await awaitReady(bin, url, running);
  } catch (error) {
    await stop(program, folder);
    throw error;
  }
  return { url, stop: () => stop(program, folder) };
}

/** Runs one statement by psql. */
export async function runSql(
  { run, env, signal }: Running,
  bin: string | null,
  url: string,
  sql: string,
): Promise<string> {
  const psql = bin === null ? 'psql' : join(bin, 'psql');
  const words = [psql, '-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1', '-d', url, '-c', sql];
  const { exitCode, started, output } = await run(words, { cwd: tmpdir(), env, signal });
  if (!started) throw new UserError('psql is not installed on this machine.', 'Install Postgres.');
  if (exitCode !== 0) throw new UserError(`Postgres refuses: ${output.trim()}`);
  return output.trim();
}

async function awaitReady(bin: string, url: string, running: Running): Promise<void> {
  const since = performance.now();
  const isReady = [join(bin, 'pg_isready'), '-q', '-d', url];
  const { env, signal, run } = running;
  while (performance.now() - since < READY_WITHIN_MS) {
    const { exitCode } = await run(isReady, { cwd: tmpdir(), env, signal });
    if (exitCode === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new UserError('A temporary Postgres was started and does not answer.');
}

async function stop(program: RunningProgram, folder: string): Promise<void> {
  program.signalGroup('SIGINT');
  await program.ended;
  await rm(folder, { recursive: true, force: true });
}

async function lentUser(folder: string, { run, env, signal }: Running): Promise<readonly string[]> {
  if (process.getuid?.() !== 0) return [];
  for (const name of ['postgres', 'nobody']) {
    const { exitCode, stdout } = await run(['id', '-u', name], { cwd: '/', env, signal });
    if (exitCode !== 0) continue;
    await chown(folder, Number(stdout), -1);
    return ['runuser', '-u', name, '--'];
  }
  throw new UserError(
    `Postgres refuses to run as ${userInfo().username}, and no other user is here.`,
  );
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

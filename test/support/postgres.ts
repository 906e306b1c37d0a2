import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { freePort } from './free-port.ts';

const NOBODY = 65_534;

/** The folder of the newest server's programs; null where this machine has none. */
export const postgresPrograms = globSync('/usr/lib/postgresql/*/bin').sort().at(-1) ?? null;

/** A Postgres server of its own in a temporary folder, on a port of the loopback interface. */
export class Postgres {
  readonly #port: number;
  readonly #folder: string;
  readonly #server: ChildProcess;

  private constructor(port: number, folder: string, server: ChildProcess) {
    this.#port = port;
    this.#folder = folder;
    this.#server = server;
  }

  static async start(): Promise<Postgres> {
    const folder = mkdtempSync(join(tmpdir(), 'create-backend-database-'));
    // The server refuses to be run by root.
    if (process.getuid?.() === 0) chownSync(folder, NOBODY, NOBODY);
    const data = join(folder, 'data');
    const port = await freePort();
    const [program, ...rest] = asOrdinaryUser(
      'initdb',
      '-D',
      data,
      '-A',
      'trust',
      '-U',
      'postgres',
      '--no-sync',
    );
    execFileSync(program!, rest, { stdio: 'ignore', cwd: '/' });
    const settings = ['fsync=off', 'listen_addresses=127.0.0.1', 'unix_socket_directories='];
    const flags = settings.flatMap((setting) => ['-c', setting]);
    const [server, ...args] = asOrdinaryUser('postgres', '-D', data, '-p', String(port), ...flags);
    const postgres = new Postgres(
      port,
      folder,
      spawn(server!, args, { stdio: 'ignore', cwd: '/' }),
    );
    await vi.waitUntil(() => postgres.#isReady(), { timeout: 20_000 });
    return postgres;
  }

  /** Makes a database and returns its URL. */
  createDatabase(name: string): string {
    this.#run('createdb', name);
    return `postgres://postgres@127.0.0.1:${this.#port}/${name}`;
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#server.once('exit', resolve));
    // INT is a fast shutdown: it does not wait for clients to leave.
    this.#server.kill('SIGINT');
    await ended;
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #isReady(): boolean {
    try {
      this.#run('pg_isready');
      return true;
    } catch {
      return false;
    }
  }

  #run(program: string, ...args: readonly string[]): void {
    const server = ['-h', '127.0.0.1', '-p', String(this.#port), '-U', 'postgres'];
    execFileSync(join(postgresPrograms!, program), [...server, ...args], { stdio: 'ignore' });
  }
}

function asOrdinaryUser(program: string, ...args: readonly string[]): string[] {
  const commandLine = [join(postgresPrograms!, program), ...args];
  if (process.getuid?.() !== 0) return commandLine;
  return ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', ...commandLine];
}

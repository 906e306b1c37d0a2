import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Programs } from '../../system/process.ts';
import type { BroughtDatabase, DatabaseServer, Migrate } from './server.ts';

/** Serves one database; the first one also leaves a copy, which the others are quicker made of. */
const PROGRAM = `
import { readFile, writeFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
const [copy] = process.argv.slice(1);
const known = await readFile(copy).catch(() => undefined);
const db = await PGlite.create(known ? { loadDataDir: new Blob([known]) } : {});
if (!known) await writeFile(copy, (await db.dumpDataDir('none')).stream());
const server = new PGLiteSocketServer({ db, port: 0, maxConnections: 100 });
await server.start();
console.log('serving ' + server.getServerConn());
`;

/** Whether a project brings the stand-in along. */
export function hasEmbedded(project: string): boolean {
  return existsSync(join(project, 'node_modules', '@electric-sql', 'pglite-socket'));
}

/** PGlite, Postgres in WebAssembly, from the project's own dependencies: a process a database. */
export class EmbeddedServer implements DatabaseServer {
  readonly whyNoServer: string;
  readonly #project: string;
  readonly #programs: Programs;
  readonly #migrate: Migrate;
  readonly #folder = mkdtempSync(join(tmpdir(), 'create-backend-pglite-'));
  readonly #running = new Set<() => Promise<void>>();

  constructor(project: string, programs: Programs, migrate: Migrate, whyNoServer: string) {
    this.whyNoServer = whyNoServer;
    this.#project = project;
    this.#programs = programs;
    this.#migrate = migrate;
  }

  async empty(): Promise<BroughtDatabase> {
    const { address, stop } = await this.#serve();
    const drop = async () => {
      this.#running.delete(drop);
      await stop();
    };
    this.#running.add(drop);
    return { url: `postgres://postgres@${address}/postgres`, drop };
  }

  async migrated(): Promise<BroughtDatabase> {
    const database = await this.empty();
    await this.#migrate(database.url);
    return database;
  }

  /** Every database is migrated on its own. */
  prepareAnew(): void {}

  async stop(): Promise<void> {
    for (const drop of this.#running) await drop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #serve(): Promise<{ address: string; stop: () => Promise<void> }> {
    const copy = join(this.#folder, 'empty.tar');
    const commandLine = [process.execPath, '--input-type=module', '--eval', PROGRAM, copy];
    let output = '';
    const announced = Promise.withResolvers<void>();
    const options = { cwd: this.#project, env: process.env };
    const program = await this.#programs.launch(commandLine, options, (text) => {
      output += text;
      if (/serving \S+\n/.test(output)) announced.resolve();
    });
    await Promise.race([announced.promise, program.ended]);
    const address = /serving (\S+)\n/.exec(output)?.[1];
    if (address === undefined) throw new Error(`PGlite does not start: ${output.trim()}`);
    const stop = async () => {
      program.signalGroup('SIGKILL');
      await program.ended;
    };
    return { address, stop };
  }
}

import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';

const EMPTY = 'node_modules/.cache/empty-postgres.tar';

/**
 * A Postgres for development and tests on machines that have none: PGlite, which is Postgres in
 * WebAssembly, behind a port of its own. It keeps its data in `folder`, or only in memory.
 */
export async function startEmbeddedPostgres(folder?: string) {
  const database = folder ? await openIn(folder) : await openInMemory();
  const server = new PGLiteSocketServer({ db: database, port: 0, maxConnections: 100 });
  await server.start();
  return {
    url: `postgres://postgres@${server.getServerConn()}/postgres`,
    async stop() {
      await server.stop();
      await database.close();
    },
  };
}

async function openIn(folder: string): Promise<PGlite> {
  await mkdir(folder, { recursive: true });
  return PGlite.create(folder);
}

/** Setting up an empty database takes seconds, reading a copy of one does not. */
async function openInMemory(): Promise<PGlite> {
  const copy = await readFile(EMPTY).catch(() => undefined);
  if (copy) return PGlite.create({ loadDataDir: new Blob([copy]) });
  const database = await PGlite.create();
  await mkdir('node_modules/.cache', { recursive: true });
  const dump = await database.dumpDataDir('none');
  // Renamed when it is whole: another run may be looking for it.
  await writeFile(`${EMPTY}.${process.pid}`, dump.stream());
  await rename(`${EMPTY}.${process.pid}`, EMPTY);
  return database;
}

import { join } from 'node:path';
import { runner } from 'node-pg-migrate';

const FOLDER = join(import.meta.dirname, '../../migrations');

/** Runs the files that have not run on this database, in order, all or none; answers their names. */
export async function migrate(url: string): Promise<string[]> {
  const ran = await runner({
    databaseUrl: url,
    dir: FOLDER,
    direction: 'up',
    migrationsTable: 'migrations',
    singleTransaction: true,
    // Several instances may start at once: one migrates, the others wait for it.
    advisoryLockMode: 'wait',
    logger: { info: ignore, warn: ignore, error: ignore },
  });
  return ran.map(({ name }) => name);
}

function ignore(): void {}

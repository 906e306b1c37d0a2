import { randomBytes } from 'node:crypto';
import { startCluster } from '../../checker/database/cluster.ts';
import { findPostgres } from '../../checker/database/postgres-programs.ts';
import { withConnection } from '../../checker/database/sql.ts';

/** First stage whose data are in a Postgres. */
export const POSTGRES_STAGE = 3;

/** Where the databases of one submission are. */
export interface Databases {
  /** Null before the stage that has any. */
  readonly url: string | null;
  stop(): Promise<void>;
}

/**
 * A server for one submission. Its service gets a role that may make databases, and nothing else:
 * a superuser's statements can run programs and read files where the server runs.
 */
export async function bringDatabases(
  stage: number,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<Databases> {
  if (stage < POSTGRES_STAGE) return { url: null, stop: async () => {} };
  const programs = findPostgres(env);
  if (programs === null) throw new Error('this machine has no Postgres');
  const { url, stop } = await startCluster(programs, signal);
  const password = randomBytes(12).toString('hex');
  await withConnection(url, (connection) =>
    connection.query(`CREATE ROLE student LOGIN CREATEDB PASSWORD '${password}'`),
  );
  return { url: Object.assign(new URL(url), { username: 'student', password }).href, stop };
}

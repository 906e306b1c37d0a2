import { UserError } from '../../errors.ts';
import type { Programs } from '../../system/process.ts';
import { startCluster, type Cluster } from './cluster.ts';
import { EmbeddedServer, hasEmbedded } from './embedded-server.ts';
import { findPostgres } from './postgres-programs.ts';
import { RealServer } from './real-server.ts';
import { serverAdvice, type DatabaseServer, type Migrate } from './server.ts';
import { withConnection } from './sql.ts';

/** What is known of where databases might come from. */
export interface DatabaseSources {
  /** DATABASE_URL as the person has set it; null where it is not set. */
  readonly given: string | null;
  /** Folder of the project, which may bring an embedded one; null where there is none. */
  readonly project: string | null;
  readonly env: NodeJS.ProcessEnv;
  /** Where the project's own programs run. */
  readonly programs: Programs;
}

/**
 * Finds or brings a Postgres: the server that is given, else a temporary one of the Postgres that
 * is installed, else the project's embedded stand-in.
 * @throws UserError where there is none of them, with what gets one
 */
export async function bringServer(
  { given, project, env, programs }: DatabaseSources,
  migrate: Migrate,
  signal: AbortSignal,
): Promise<DatabaseServer> {
  const isServer = given !== null && (await isRealServer(given));
  if (isServer) return RealServer.at(given, migrate);
  const cluster = await startInstalled(findPostgres(env), signal);
  if ('url' in cluster) return RealServer.at(cluster.url, migrate, cluster.stop);
  const { missing } = cluster;
  if (project !== null && hasEmbedded(project)) {
    const advice = serverAdvice(process.platform);
    return new EmbeddedServer(project, programs, migrate, `${missing}; ${advice}`);
  }
  throw new UserError(
    `This stage needs a Postgres, and ${missing}.`,
    serverAdvice(process.platform),
  );
}

/** False for PGlite behind a port, which has but one database and cannot be given another. */
async function isRealServer(url: string): Promise<boolean> {
  try {
    return await withConnection(url, async (connection) => {
      const [row] = await connection.query<{ version: string }>('SELECT version()');
      return !/emcc|wasm/i.test(row!.version);
    });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UserError(
      `Nothing can be made at the server of DATABASE_URL: ${reason}`,
      'Start it, or unset DATABASE_URL: then a database is brought.',
      { cause },
    );
  }
}

/** An installed Postgres may be unable to run, as in some sandboxes: then a stand-in will do. */
async function startInstalled(
  programs: string | null,
  signal: AbortSignal,
): Promise<Cluster | { readonly missing: string }> {
  if (programs === null) return { missing: 'there is none here' };
  try {
    return await startCluster(programs, signal);
  } catch (error) {
    signal.throwIfAborted();
    const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
    return { missing: `the one in ${programs} does not start (${reason})` };
  }
}

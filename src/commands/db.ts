import { startLasting, stopLasting } from '../checker/database/lasting-cluster.ts';
import { findPostgres } from '../checker/database/postgres-programs.ts';
import { serverAdvice } from '../checker/database/server.ts';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { requireProject } from '../project/read-state.ts';
import { ownEnvironment } from '../system/own-environment.ts';

/** What can be done with the database server of a project. */
export type DatabaseAction = 'start' | 'stop';

/** Starts or stops a Postgres of the project's own; its address is all that goes to stdout. */
export async function db(
  action: DatabaseAction,
  context: Context,
  command: string,
): Promise<number> {
  const project = requireProject(context.cwd);
  const { out, run, signal } = context;
  const env = ownEnvironment(context.env);
  const host = { programs: requirePostgres(env), run, env, signal };
  if (action === 'stop') {
    const isStopped = await stopLasting(host, project.folder);
    out.say(isStopped ? 'Stopped; the data stay.' : 'It does not run.');
    return 0;
  }
  const start = () => startLasting(host, project.folder);
  const { folder, url } = await out.during('Starting Postgres', start);
  out.print(`DATABASE_URL=${url}`);
  out.say(`Put this line into .env. It runs until ${command} db stop; its data are in ${folder}`);
  return 0;
}

function requirePostgres(env: NodeJS.ProcessEnv): string {
  const programs = findPostgres(env);
  if (programs !== null) return programs;
  throw new UserError(
    'No Postgres is installed on this machine; the dev script of a project brings a small one.',
    `For a real one: ${serverAdvice(process.platform)}`,
  );
}

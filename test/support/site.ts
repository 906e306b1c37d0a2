import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import { bin } from './kit.ts';

/** The pages of a project, as `lesson --open` serves them. */
export interface ServedSite {
  /** What the command printed: the page of the lesson at hand, with the token. */
  readonly address: string;
  /** e.g. `http://127.0.0.1:4000`. */
  readonly origin: string;
  /** Address of another page, with the token. */
  page(path: string): string;
}

/** Serves the pages of a project until the test ends. */
export async function serveSite(cwd: string, env: NodeJS.ProcessEnv): Promise<ServedSite> {
  const server = spawn(process.execPath, [bin, 'lesson', '--open'], { cwd, env });
  onTestFinished(async () => {
    server.kill('SIGTERM');
    if (server.exitCode === null) await once(server, 'exit');
  });
  const [printed] = (await once(server.stdout, 'data')) as [Buffer];
  const address = String(printed).trim();
  const { origin, search } = new URL(address);
  return { address, origin, page: (path) => `${origin}${path}${search}` };
}

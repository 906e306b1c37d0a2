import { createServer, connect, type AddressInfo } from 'node:net';
import { run, type RunResult } from '../system/process.ts';
import { places, searchPath } from './places.ts';

/** What is to be installed, as the installing cell sees it. It crosses to another process. */
export interface InstallJob {
  /** `npm ci` or the like. */
  readonly commandLine: readonly string[];
  /** Settings of the package manager. */
  readonly settings: Readonly<Record<string, string>>;
}

/** How an installation ended, with the end of what it said. */
export interface Installed {
  readonly exitCode: number | null;
  readonly said: string;
}

const SAID = 2_000;

/**
 * Runs a package manager in the cell that this process is in. The only way out is the socket of
 * the registry's proxy, which it meets at a port of its own loopback.
 */
export async function installPackages({ commandLine, settings }: InstallJob): Promise<Installed> {
  const server = createServer((near) => {
    const far = connect(`${places.network}/registry`);
    near.on('error', () => far.destroy());
    far.on('error', () => near.destroy());
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const proxy = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const env = {
    PATH: searchPath,
    HOME: '/tmp',
    npm_config_proxy: proxy,
    npm_config_https_proxy: proxy,
    ...settings,
  };
  try {
    return lastWords(await run(commandLine, { cwd: places.install, env }));
  } finally {
    server.close();
  }
}

function lastWords({ exitCode, output }: RunResult): Installed {
  return { exitCode, said: output.trim().slice(-SAID) };
}

import { lchownSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sandbox } from '../../sandbox/choose-sandbox.ts';
import type { Mount } from '../../sandbox/bubblewrap.ts';
import { gradingUser } from '../../sandbox/grader-cell.ts';
import type { Installed, InstallJob } from '../../sandbox/install-packages.ts';
import { places } from '../../sandbox/places.ts';
import { RegistryProxy } from '../../sandbox/registry-proxy.ts';
import { run } from '../../system/process.ts';
import { GraderFault } from '../grading/grader-fault.ts';
import { kitCommand } from '../grading/kit-in-cell.ts';
import type { Npm } from './npm.ts';

/** Installs what the manifest in a folder wishes; why that cannot be met, null where it was. */
export type Install = (folder: string) => Promise<{ readonly refused: string | null }>;

const WITHIN_MS = 600_000;

/**
 * Installs in the sandbox: no script of a package runs, and nothing but the registry is reached.
 * @param cache folder that keeps what was fetched
 */
export function installIn(sandbox: Sandbox, npm: Npm, cache: string, signal: AbortSignal): Install {
  mkdirSync(cache, { recursive: true });
  giveAway(cache);
  return async (folder) => {
    giveAway(folder);
    const network = mkdtempSync(join(tmpdir(), 'create-backend-network-'));
    const proxy = new RegistryProxy(npm.registry);
    await proxy.open(network);
    for (const path of [network, join(network, 'registry')]) giveOver(path);
    const mounts: Mount[] = [
      { kind: 'write', from: folder, to: places.install },
      { kind: 'write', from: cache, to: places.cache },
      { kind: 'read', from: network, to: places.network },
      ...npm.mounts,
    ];
    const job: InstallJob = { commandLine: npm.commandLine, settings: npm.settings(places.cache) };
    const room = sandbox.open(mounts, () => job, kitCommand('install'));
    try {
      const deadline = AbortSignal.any([signal, AbortSignal.timeout(WITHIN_MS)]);
      const ended = await run(room.commandLine, { ...room.place, signal: deadline });
      if (ended.exitCode !== 0) throw new GraderFault(`npm could not be run: ${ended.output}`);
      return judge(JSON.parse(ended.stdout) as Installed, proxy);
    } finally {
      await room.close();
      proxy.close();
      rmSync(network, { recursive: true });
    }
  };
}

/** Installs as the instructor would, without a sandbox. */
export function installHere(npm: Npm, env: NodeJS.ProcessEnv, signal: AbortSignal): Install {
  return async (folder) => {
    const { exitCode, output } = await run(npm.commandLine, { cwd: folder, env, signal });
    return { refused: exitCode === 0 ? null : reasonIn(output) };
  };
}

function judge({ exitCode, said }: Installed, { failure, refused }: RegistryProxy) {
  if (exitCode === 0) return { refused: null };
  if (failure !== null) throw new GraderFault(`the registry cannot be reached: ${failure}`);
  if (refused.length > 0) return { refused: `npm wanted to reach ${refused.join(', ')}` };
  return { refused: reasonIn(said) };
}

/** What npm says of an error, without where its log is. */
function reasonIn(output: string): string {
  const lines = output
    .split('\n')
    .flatMap((line) => /^npm (?:error|ERR!) (.+)/.exec(line)?.[1] ?? []);
  const telling = lines.filter((line) => !/^(?:code|A complete log|Clean install)/.test(line));
  return telling.slice(0, 2).join(' ') || 'npm ci failed';
}

/** A folder with all that is in it now belongs to the user that programs of a grading run under. */
function giveAway(folder: string): void {
  giveOver(folder);
  for (const path of readdirSync(folder, { recursive: true })) giveOver(join(folder, String(path)));
}

function giveOver(path: string): void {
  const user = gradingUser();
  if (process.getuid!() !== user) lchownSync(path, user, user);
}

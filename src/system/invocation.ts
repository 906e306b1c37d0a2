import { sep } from 'node:path';

/** The name of the package on the registry; the name of its binary belongs to a stranger there. */
export const PACKAGE = 'create-backend-roadmap';

/** By package manager, what fetches a package and runs it; npm's is `npx`. */
const fetchers = new Map([
  ['pnpm', 'pnpm dlx'],
  ['yarn', 'yarn dlx'],
  ['bun', 'bunx'],
]);

/** How the kit was started, as a person would type it again. */
export interface Invocation {
  /** For what is printed now, on this machine. */
  readonly command: string;
  /** For what is kept: fetches exactly this version, on any machine. */
  readonly pinnedCommand: string;
}

/**
 * Finds out how the kit was started.
 * @param root the folder of the kit's package
 */
export function describeInvocation(
  env: NodeJS.ProcessEnv,
  root: string,
  version: string,
): Invocation {
  const [manager] = (env['npm_config_user_agent'] ?? '').split('/');
  const run = fetchers.get(manager!) ?? 'npx';
  const pinnedCommand = `${run} ${PACKAGE}@${version}`;
  return { command: currentCommand(env, root, run), pinnedCommand };
}

function currentCommand(env: NodeJS.ProcessEnv, root: string, run: string): string {
  if (isFetched(root)) return `${run} ${PACKAGE}`;
  // Started from a checkout or a project's own dependencies: npx finds the binary there.
  if (env['npm_command'] === 'exec') return 'npx create-backend';
  return 'create-backend';
}

/** Whether the package lies in the cache of a package manager that fetched it for this one run. */
function isFetched(root: string): boolean {
  return ['_npx', 'dlx', '.bun'].some((cache) => root.split(sep).includes(cache));
}

import { existsSync } from 'node:fs';
import type { Context } from '../../context.ts';
import { UserError } from '../../errors.ts';
import { ownEnvironment } from '../../system/own-environment.ts';
import type { Mount } from '../../sandbox/bubblewrap.ts';

/** How npm installs for a grading. */
export interface Npm {
  readonly registry: URL;
  readonly commandLine: readonly string[];
  /** Its settings, as environment variables. @param cache folder of what was fetched */
  settings(cache: string): Readonly<Record<string, string>>;
  /** What it needs to see beside the packages. */
  readonly mounts: readonly Mount[];
}

const CERTIFICATES = '/grading/certificates.pem';

/**
 * npm as the instructor has set it up: the registry, and the certificates by which it is trusted.
 * @param isOffline whether what was fetched earlier has to do
 */
export async function describeNpm(
  { run, env, cwd, signal }: Pick<Context, 'run' | 'env' | 'cwd' | 'signal'>,
  isOffline: boolean,
): Promise<Npm> {
  const ask = async (name: string) => {
    const asked = ['npm', 'config', 'get', name];
    const { started, stdout } = await run(asked, { cwd, env: ownEnvironment(env), signal });
    if (!started) throw new UserError('npm is not here.', 'Install Node with its npm.');
    return stdout.trim();
  };
  const registry = await ask('registry');
  const certificates = env['NODE_EXTRA_CA_CERTS'] ?? (await ask('cafile'));
  const isOwn = existsSync(certificates);
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  return {
    registry: new URL(URL.canParse(registry) ? registry : 'https://registry.npmjs.org/'),
    commandLine: ['npm', 'ci', '--ignore-scripts', ...quiet, ...(isOffline ? ['--offline'] : [])],
    settings: (cache) => ({
      npm_config_cache: cache,
      npm_config_registry: registry,
      npm_config_update_notifier: 'false',
      ...(isOwn ? { NODE_EXTRA_CA_CERTS: CERTIFICATES } : {}),
    }),
    mounts: isOwn ? [{ kind: 'read', from: certificates, to: CERTIFICATES }] : [],
  };
}

import type { Context } from '../../context.ts';
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
 * npm as the instructor has set it up: the registry, and the certificates it is trusted by.
 * @param isOffline whether what was fetched earlier has to do
 */
export async function describeNpm(
  { run, env, cwd, signal }: Pick<Context, 'run' | 'env' | 'cwd' | 'signal'>,
  isOffline: boolean,
): Promise<Npm> {
  const ask = async (name: string) => {
    const asked = ['npm', 'config', 'get', name];
    const { stdout } = await run(asked, { cwd, env: ownEnvironment(env), signal });
    return stdout.trim();
  };
  const [registry, certificates] = [await ask('registry'), await ask('cafile')];
  const isOwn = certificates !== 'null' && certificates !== '';
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  return {
    registry: new URL(URL.canParse(registry) ? registry : 'https://registry.npmjs.org/'),
    commandLine: ['npm', 'ci', '--ignore-scripts', ...quiet, ...(isOffline ? ['--offline'] : [])],
    settings: (cache) => ({
      npm_config_cache: cache,
      npm_config_registry: registry,
      npm_config_update_notifier: 'false',
      ...(isOwn ? { npm_config_cafile: CERTIFICATES } : {}),
    }),
    mounts: isOwn ? [{ kind: 'read', from: certificates, to: CERTIFICATES }] : [],
  };
}

import { parseObject } from './npm-manifest.ts';

/** The texts of the files that decide what npm installs, and what it would run. */
export interface ManifestTexts {
  readonly manifest: string | null;
  readonly lock: string | null;
}

/** What npm runs by itself when it installs a project. */
const lifecycle = ['preinstall', 'install', 'postinstall', 'prepare'];

/** Names of the scripts and of the packages that would run something at an installation. */
export function installScripts({ manifest, lock }: ManifestTexts): readonly string[] {
  const scripts = (parseObject(manifest)?.['scripts'] ?? {}) as object;
  const packages = (parseObject(lock)?.['packages'] ?? {}) as Record<string, Locked | null>;
  const running = Object.entries(packages).filter(
    ([, locked]) => locked?.hasInstallScript === true,
  );
  const names = running.map(([path]) => path.split('node_modules/').at(-1)!);
  return [...lifecycle.filter((name) => Object.hasOwn(scripts, name)), ...names];
}

interface Locked {
  readonly hasInstallScript?: unknown;
}

/** A program that installs a project's dependencies and runs its scripts. */
export interface PackageManager {
  readonly id: string;
  /** Argument list that installs just what the shipped lock file says. */
  readonly installLocked: readonly string[];
  /** Argument list that resolves versions anew, where no lock file is shipped. */
  readonly install: readonly string[];
  /** How a person types a script, e.g. `npm run` before `dev`. */
  readonly run: string;
  readonly lockFile: string;
  /** Files that only this package manager needs, by path. */
  readonly files: Readonly<Record<string, string>>;
}

/** For stacks on Node, the default first. */
export const nodePackageManagers: readonly PackageManager[] = [
  {
    id: 'npm',
    installLocked: ['npm', 'ci', '--prefer-offline', '--no-audit', '--no-fund'],
    install: ['npm', 'install', '--prefer-offline', '--no-audit', '--no-fund'],
    run: 'npm run',
    lockFile: 'package-lock.json',
    files: {},
  },
  {
    id: 'pnpm',
    installLocked: ['pnpm', 'install', '--prefer-offline', '--frozen-lockfile'],
    install: ['pnpm', 'install', '--prefer-offline', '--no-frozen-lockfile'],
    run: 'pnpm',
    lockFile: 'pnpm-lock.yaml',
    files: {},
  },
  {
    id: 'yarn',
    installLocked: ['yarn', 'install', '--immutable'],
    install: ['yarn', 'install', '--no-immutable'],
    run: 'yarn',
    lockFile: 'yarn.lock',
    files: { '.yarnrc.yml': 'nodeLinker: node-modules\n' },
  },
  {
    id: 'bun',
    installLocked: ['bun', 'install', '--frozen-lockfile'],
    install: ['bun', 'install'],
    run: 'bun run',
    lockFile: 'bun.lock',
    files: {},
  },
];

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stages } from '../src/catalog/stages.ts';
import { printTable } from './measure.ts';

/**
 * What an installed project weighs, stage by stage, with its development tools and without.
 *
 *   npm run build && node bench/size.ts [stage …]
 */
const wanted = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'create-backend-bench-'));
const bin = join(import.meta.dirname, '..', 'bin', 'create-backend.js');

interface Package {
  hasInstallScript?: true;
}

try {
  const ids = wanted.length > 0 ? wanted : stages.map(({ id }) => id);
  printTable(
    ['stage', 'MB', 'packages', 'MB in production', 'packages in production', 'install scripts'],
    ids.map(weigh),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function weigh(stage: string): string[] {
  const args = [
    bin,
    `made-${stage}`,
    '--stage',
    stage,
    '--pm',
    'npm',
    '--yes',
    '--no-git',
    '--no-install',
  ];
  execFileSync(process.execPath, args, { cwd: folder, stdio: 'ignore' });
  const project = join(folder, `made-${stage}`);
  const whole = install(project);
  const production = install(project, '--omit=dev');
  const scripts = whole.packages.filter(({ hasInstallScript }) => hasInstallScript).length;
  const figures = [whole, production].flatMap((each) => [each.megabytes, each.packages.length]);
  return [stage, ...figures, scripts].map(String);
}

/** Installs from the lock file, and looks at what came. */
function install(project: string, ...options: string[]) {
  const args = ['ci', '--no-audit', '--no-fund', '--prefer-offline', ...options];
  execFileSync('npm', args, { cwd: project, stdio: 'ignore' });
  const modules = join(project, 'node_modules');
  const megabytes = Number(execFileSync('du', ['-sm', modules]).toString().split('\t')[0]);
  const lock = JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8')) as {
    packages: Record<string, Package>;
  };
  return { megabytes, packages: Object.values(lock.packages) };
}

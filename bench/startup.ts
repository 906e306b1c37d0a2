import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compare, printTable, type Contender } from './measure.ts';

/**
 * Start-up and scaffolding against bare Node and create-vite, as whole processes.
 *
 *   npm run build && node bench/startup.ts [rounds]
 */
const rounds = Number(process.argv[2] ?? 31);
const folder = mkdtempSync(join(tmpdir(), 'create-backend-bench-'));
const bin = join(import.meta.dirname, '..', 'bin', 'create-backend.js');
const remove = () => rmSync(join(folder, 'made'), { recursive: true, force: true });

try {
  const vite = installCreateVite();
  const node = (name: string, args: readonly string[], reset?: () => void): Contender => ({
    name,
    command: [process.execPath, ...args],
    cwd: folder,
    ...(reset && { reset }),
  });
  const scaffold = ['made', '--yes', '--no-install', '--no-git'];
  const results = await compare(
    [
      node('node -e 0', ['-e', '0']),
      node('create-backend --help', [bin, '--help']),
      node('create-vite --help', [vite, '--help']),
      node('create-backend, files only', [bin, ...scaffold], remove),
      node('create-vite, files only', [vite, 'made', '--template', 'vanilla-ts'], remove),
    ],
    rounds,
  );
  printTable(
    ['command', 'median ms', 'against node -e 0'],
    results.map(({ name, median, ratio }) => [name, median.toFixed(0), ratio.toFixed(2)]),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function installCreateVite(): string {
  const install = ['install', '--no-audit', '--no-fund', '--no-save', 'create-vite'];
  execFileSync('npm', install, { cwd: folder, stdio: 'ignore' });
  return join(folder, 'node_modules', 'create-vite', 'index.js');
}

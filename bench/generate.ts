import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { printTable } from './measure.ts';

/**
 * A whole class from a roster, and once more when nothing is left to make.
 *
 *   npm run build && node bench/generate.ts [students] [stage]
 */
const [students = '300', stage = 'in-memory'] = process.argv.slice(2);
const bin = join(import.meta.dirname, '..', 'bin', 'create-backend.js');
const folder = mkdtempSync(join(tmpdir(), 'create-backend-bench-'));

function kit(...args: readonly string[]): number {
  const since = performance.now();
  execFileSync(process.execPath, [bin, ...args], { cwd: folder, stdio: 'ignore' });
  return (performance.now() - since) / 1000;
}

try {
  kit('class', 'init', '--yes', '--stage', stage);
  const identifiers = Array.from({ length: Number(students) }, (_, at) => `student-${at + 1}`);
  writeFileSync(join(folder, 'roster.csv'), ['identifier', ...identifiers, ''].join('\n'));
  const load = loadavg()[0]!.toFixed(1);
  const times = [0, 1].map(() => kit('class', 'generate', '--assignment', 'first-service'));
  const head = ['repositories', 'stage', 'made in s', 'looked at again in s', 'load'];
  printTable(head, [[students, stage, ...times.map((time) => time.toFixed(1)), load]]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

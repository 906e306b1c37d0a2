import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { removeGroups } from './control-groups.ts';
import type { Bench } from './prepare.ts';

const NAMESPACES = ['--net', '--mount', '--pid', '--ipc', '--uts', '--propagation', 'private'];

/**
 * Runs the suite beside an engine, in namespaces that both have for themselves, and removes
 * all that the run made. Answers the exit code: 0 when every test passed.
 */
export async function runSuite(bench: Bench): Promise<number> {
  const script = join(import.meta.dirname, 'enter.sh');
  const suite = join(import.meta.dirname, '../suite');
  const args = ['sh', script, bench.engine, bench.folder, process.execPath, suite];
  const child = spawn('unshare', [...NAMESPACES, '--fork', '--kill-child', ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  try {
    return await ended(child);
  } finally {
    await removeGroups(basename(bench.folder));
    rmSync(bench.folder, { recursive: true, force: true });
  }
}

/** The child's exit code; 130 after an interrupt, which ends every process in the namespaces. */
function ended(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let interrupted = false;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => {
        interrupted = true;
        child.kill('SIGKILL');
      });
    child.once('error', reject);
    child.once('close', (code) => resolve(interrupted ? 130 : (code ?? 1)));
  });
}

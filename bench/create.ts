import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, printTable } from './measure.ts';

/**
 * From the command to green tests, with a warm npm cache, stage by stage.
 *
 *   npm run build && node bench/create.ts [rounds] [stage …]
 */
const [rounds = '5', ...wanted] = process.argv.slice(2);
const stages = wanted.length > 0 ? wanted : ['in-memory'];
const bin = join(import.meta.dirname, '..', 'bin', 'create-backend.js');

interface Report {
  phases: Record<'write' | 'install' | 'commit' | 'test', number>;
  tests: { passed: number };
}

function seconds(time: number): string {
  return (time / 1000).toFixed(2);
}

const rows = stages.map((stage) => {
  const runs = Array.from({ length: Number(rounds) + 1 }, () => measure(stage)).slice(1);
  const of = (figure: (run: (typeof runs)[number]) => number) => median(runs.map(figure));
  return [
    stage,
    seconds(of((run) => run.wall)),
    seconds(of((run) => run.install)),
    seconds(of((run) => run.test)),
    `${(100 * of((run) => run.own / run.wall)).toFixed(1)} %`,
    String(runs[0]!.passed),
  ];
});
printTable(['stage', 'wall s', 'install s', 'tests s', "the tool's own share", 'tests'], rows);

/** One project from nothing; times in milliseconds. */
function measure(stage: string) {
  const folder = mkdtempSync(join(tmpdir(), 'create-backend-bench-'));
  try {
    const since = performance.now();
    const args = [bin, 'made', '--stage', stage, '--pm', 'npm', '--yes', '--json'];
    const stdio = ['ignore', 'pipe', 'ignore'] as const;
    const printed = execFileSync(process.execPath, args, { cwd: folder, stdio: [...stdio] });
    const wall = performance.now() - since;
    const { phases, tests } = JSON.parse(printed.toString()) as Report;
    const own = wall - phases.install - phases.test;
    return { wall, own, install: phases.install, test: phases.test, passed: tests.passed };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

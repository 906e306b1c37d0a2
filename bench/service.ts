import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findStage, stageFolder, type Stage } from '../src/catalog/stages.ts';
import { aim, effortOf, loads, type Effort, type Load } from './load.ts';
import { median, printTable } from './measure.ts';
import { prepareStore, startServer, type Store } from './server.ts';

/**
 * A generated service against a bare Fastify with the same schemas and the same calls of the store:
 * paired rounds of fresh processes, bare, service, bare. Compared are the requests per second, and
 * those per second of CPU time, which other work on the machine disturbs less. The control is the
 * second bare one against the first, by CPU time, and shows the noise.
 *
 *   npm run build && node bench/service.ts [rounds] [stage …]
 *
 * Stages 3 and 4 need DATABASE_URL: a Postgres where databases can be created.
 */
const [rounds = '15', ...wanted] = process.argv.slice(2);
const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'create-backend-bench-'));

try {
  const install = ['install', '--no-audit', '--no-fund', 'autocannon'];
  execFileSync('npm', install, { cwd: folder, stdio: 'ignore' });
  const rows: string[][] = [];
  for (const id of wanted.length > 0 ? wanted : ['in-memory', 'sqlite']) {
    const stage = findStage(id)!;
    const project = makeProject(stage);
    for (const load of loads) rows.push(await compareUnder(load, stage, project));
  }
  printTable(
    [
      'stage',
      'request',
      'by CPU time',
      'control',
      'by wall time',
      'CPU µs a request',
      'first answer ms',
    ],
    rows,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** A project of the stage with the bare service beside its sources. */
function makeProject(stage: Stage): string {
  const name = `bench-${stage.id}`;
  const args = [name, '--stage', stage.id, '--pm', 'npm', '--yes', '--no-git', '--no-test'];
  const bin = join(root, 'bin', 'create-backend.js');
  execFileSync(process.execPath, [bin, ...args], { cwd: folder, stdio: 'ignore' });
  cpSync(join(root, 'bench', 'bare'), join(folder, name), { recursive: true });
  return join(folder, name);
}

async function compareUnder(load: Load, stage: Stage, project: string): Promise<string[]> {
  const store = await prepareStore(stage, project);
  const measure = (file: string) => measureOnce(load, project, file, store);
  const runs: Round[] = [];
  for (let n = 0; n < Number(rounds); n++) {
    const before = await measure(`${stageFolder(stage)}.ts`);
    const service = await measure('src/server.ts');
    runs.push({ before, service, after: await measure(`${stageFolder(stage)}.ts`) });
  }
  return [stage.id, load.name, ...medians(runs)];
}

type Measured = Effort & { firstAnswerMs: number };

/** The bare service, the generated one, and the bare one again. */
type Round = Record<'before' | 'service' | 'after', Measured>;

async function measureOnce(
  load: Load,
  project: string,
  file: string,
  store: Store,
): Promise<Measured> {
  const server = await startServer(project, file, store);
  try {
    await server.fill();
    const shoot = aim(folder, server.url, load, server.headers);
    return { ...(await effortOf(shoot, server.cpuMicros)), firstAnswerMs: server.firstAnswerMs };
  } finally {
    await server.stop();
  }
}

function medians(runs: readonly Round[]): string[] {
  const of = (figure: (round: Round) => number) => median(runs.map(figure));
  return [
    of((round) => bareOf(round, 'cpuMicros') / round.service.cpuMicros).toFixed(2),
    of(({ before, after }) => before.cpuMicros / after.cpuMicros).toFixed(2),
    of((round) => round.service.requestsPerSecond / bareOf(round, 'requestsPerSecond')).toFixed(2),
    of(({ service }) => service.cpuMicros).toFixed(1),
    of(({ service }) => service.firstAnswerMs).toFixed(0),
  ];
}

function bareOf({ before, after }: Round, figure: keyof Effort): number {
  return (before[figure] + after[figure]) / 2;
}

import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findStage, stageFolder, type Stage } from '../src/catalog/stages.ts';
import { loads, requestsPerSecond, type Load } from './load.ts';
import { median, printTable } from './measure.ts';
import { prepareStore, startServer, type Server } from './server.ts';

/**
 * Requests per second of a generated service against a bare Fastify with the same schemas and the
 * same calls of the store: paired rounds of fresh processes, bare, service, bare. The control is the
 * second bare one against the first, and shows the noise.
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
    ['stage', 'request', 'service / bare', 'control', 'requests a second', 'first answer ms'],
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
  const bare = `${stageFolder(stage)}.ts`;
  const store = await prepareStore(stage, project);
  const ratios: number[] = [];
  const controls: number[] = [];
  const served: number[] = [];
  const starts: number[] = [];
  const measure = async (file: string) => {
    const server = await startServer(project, file, store);
    try {
      await server.fill();
      return { rate: await rateOf(server, load), start: server.firstAnswerMs };
    } finally {
      await server.stop();
    }
  };
  for (let round = 0; round < Number(rounds); round++) {
    const before = await measure(bare);
    const service = await measure('src/server.ts');
    const after = await measure(bare);
    ratios.push((2 * service.rate) / (before.rate + after.rate));
    controls.push(after.rate / before.rate);
    served.push(service.rate);
    starts.push(service.start);
  }
  const shown = [median(ratios).toFixed(2), median(controls).toFixed(2)];
  return [stage.id, load.name, ...shown, median(served).toFixed(0), median(starts).toFixed(0)];
}

function rateOf({ url, headers }: Server, load: Load): Promise<number> {
  return requestsPerSecond(folder, url, load, headers);
}

import { places, serviceMounts } from './places.ts';
import { enclosedPrograms } from './enclosed-programs.ts';
import { processLimits } from './limits.ts';
import { SandboxLog } from './sandbox-log.ts';

/** What the canaries are to try. It crosses to another process. */
export interface CanaryJob {
  /** A file of the instructor's. */
  readonly planted: string;
  /** A port of the machine that somebody listens on. */
  readonly port: number;
  /** Bytes that are more than a student's programs may have. */
  readonly memory: number;
  readonly doors: readonly string[];
}

/** What a canary managed to do, each a sentence; empty where the sandbox holds. */
export type Escapes = readonly string[];

/** Tries what no submission may do, and prints what succeeds, as JSON. */
const TRY = `
const { readFileSync, writeFileSync, existsSync } = require('node:fs');
const { connect } = require('node:net');
const { planted, port, secrets, locked } = JSON.parse(process.argv[1]);
const escapes = [];
try { readFileSync(planted); escapes.push('it reads files of this machine'); } catch {}
for (const path of secrets) if (existsSync(path)) escapes.push('it sees ' + path);
for (const path of locked) {
  try { writeFileSync(path, ''); escapes.push('it writes ' + path); } catch {}
}
const print = () => { console.log(JSON.stringify(escapes)); process.exit(); };
const socket = connect(port, '127.0.0.1', () => {
  escapes.push('it reaches the network of this machine');
  print();
});
socket.on('error', print);
`;
/** Lives on only where nothing limits its memory. */
const FILL = `
const kept = [];
for (let bytes = 0; bytes < Number(process.argv[1]); bytes += 1e7) kept.push(Buffer.alloc(1e7, 1));
console.log('alive');
`;

/** Sends the canaries, as programs of a student; runs in the grader's cell. */
export async function sendCanaries({ planted, port, memory, doors }: CanaryJob): Promise<Escapes> {
  const log = new SandboxLog();
  const limits = processLimits;
  const { run } = enclosedPrograms({ mounts: serviceMounts(), doors, limits, log });
  const secrets = [places.kit, places.job, '/root', '/home'];
  const locked = ['/etc/canary', '/usr/canary', '/canary', `${places.project}/canary`];
  const node = `${places.programs}/bin/node`;
  const place = { cwd: '/', env: {} };
  const tried = await run(
    [node, '-e', TRY, JSON.stringify({ planted, port, secrets, locked })],
    place,
  );
  const filled = await run([node, '-e', FILL, String(memory)], place);
  const isLimited = filled.exitCode !== 0 && !filled.output.includes('alive');
  return [
    ...log.faults,
    ...readEscapes(tried.stdout, tried.output),
    ...(isLimited ? [] : ['its memory is not limited']),
  ];
}

/** A canary that cannot even sing proves nothing. */
function readEscapes(stdout: string, output: string): Escapes {
  try {
    return JSON.parse(stdout) as string[];
  } catch {
    return [`the trial did not run: ${output.trim().slice(0, 300)}`];
  }
}

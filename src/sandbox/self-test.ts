import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../system/process.ts';
import type { Mount } from './bubblewrap.ts';
import type { CanaryJob, Escapes } from './canaries.ts';
import type { Ground } from './cgroups/cgroup.ts';
import { openRoom } from './grading-room.ts';
import { serviceLimits } from './limits.ts';
import { places } from './places.ts';

/**
 * Proves that what is to hold submissions does hold, on this machine and now.
 * @param kit what the kit and its Node are seen by in a cell
 * @param commandLine sends the canaries: see `sendCanaries`
 * @returns what a canary managed to do; empty where the sandbox holds
 */
export async function testSandbox(
  grounds: readonly Ground[],
  kit: readonly Mount[],
  commandLine: readonly string[],
): Promise<Escapes> {
  const folder = mkdtempSync(join(tmpdir(), 'create-backend-canary-'));
  const planted = join(folder, 'planted');
  writeFileSync(planted, 'read by nobody');
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const memory = 2 * serviceLimits.memory;
  const project: Mount = { kind: 'read', from: folder, to: places.project };
  const job = (doors: readonly string[]): CanaryJob => ({ planted, port, memory, doors });
  const room = openRoom(grounds, [...kit, project], job, commandLine);
  try {
    const { exitCode, stdout, output } = await run(room.commandLine, room.place);
    if (exitCode !== 0) return [`it does not start: ${output.trim().slice(0, 300)}`];
    const isEnded = room.counts().memory > 0;
    const escapes = JSON.parse(stdout) as Escapes;
    return isEnded ? escapes : [...escapes, 'its memory is not limited by the control group'];
  } finally {
    await room.close();
    server.close();
    rmSync(folder, { recursive: true });
  }
}

import { findProgram } from '../system/own-environment.ts';
import type { Mount } from './bubblewrap.ts';
import { findGround } from './cgroups/find-ground.ts';
import { removeStaleGroups } from './cgroups/stale-groups.ts';
import { openRoom, type GradingRoom } from './grading-room.ts';
import { testSandbox } from './self-test.ts';

/** What holds submissions on this machine, proven just now. */
export interface Sandbox {
  /** See {@link openRoom}. */
  open(mounts: readonly Mount[], job: JobWith, commandLine: readonly string[]): GradingRoom;
}

/** A sandbox, or why there is none and what gets one. */
export type SandboxFound = Sandbox | { readonly missing: string; readonly hint: string };

type JobWith = (doors: readonly string[]) => object;

/** Programs that the sandbox is made of; Debian's packages bubblewrap and util-linux have them. */
const programs = ['bwrap', 'prlimit', 'setpriv'];

/**
 * Finds a sandbox that bounds files, network, memory and processes, and tries to break out of it.
 * @param kit see {@link testSandbox}
 * @param canaries command line that sends the canaries
 */
export async function findSandbox(
  env: NodeJS.ProcessEnv,
  kit: readonly Mount[],
  canaries: readonly string[],
): Promise<SandboxFound> {
  if (process.platform !== 'linux') {
    const hint = 'Grade on a Linux machine; WSL 2 on Windows and a virtual machine are such.';
    return { missing: 'there is a sandbox only on Linux', hint };
  }
  const absent = programs.find((name) => findProgram(name, env) === null);
  if (absent !== undefined) {
    return { missing: `${absent} is not here`, hint: 'sudo apt-get install bubblewrap util-linux' };
  }
  const ground = findGround();
  if ('missing' in ground) {
    const hint = 'Grade as root, or: systemd-run --user --scope -p Delegate=yes <the same command>';
    return { missing: ground.missing, hint };
  }
  removeStaleGroups(ground.grounds);
  const escapes = await testSandbox(ground.grounds, kit, canaries);
  if (escapes.length > 0) {
    const hint = 'Look at docs/instructors.md, "The sandbox", for what a machine must offer.';
    return { missing: `the sandbox does not hold: ${escapes.join('; ')}`, hint };
  }
  return { open: (mounts, job, line) => openRoom(ground.grounds, [...kit, ...mounts], job, line) };
}

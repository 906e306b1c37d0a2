import { dirname } from 'node:path';
import type { Mount } from './bubblewrap.ts';
import { Cgroup, type Ground, type GroupCounts } from './cgroups/cgroup.ts';
import { enterGroups } from './cgroups/enter-groups.ts';
import { groupName } from './cgroups/stale-groups.ts';
import { gradingUser, inGraderCell } from './grader-cell.ts';
import { graderLimits, serviceLimits } from './limits.ts';
import { makeRunFolder } from './run-folder.ts';

/** A place for the grading of one submission. */
export interface GradingRoom {
  /** Runs the kit's own part of it. */
  readonly commandLine: readonly string[];
  readonly place: { readonly cwd: string; readonly env: NodeJS.ProcessEnv };
  /** How often the student's programs have reached their limits. */
  counts(): GroupCounts;
  /** Ends all that is left in it. */
  close(): Promise<void>;
}

/**
 * Makes a place that is limited as a whole, and the student's part of it once more.
 * @param mounts what the kit's own part sees beside the system
 * @param jobWith what is to be done, given the files by which a program joins the student's part
 */
export function openRoom(
  grounds: readonly Ground[],
  mounts: readonly Mount[],
  jobWith: (doors: readonly string[]) => object,
  commandLine: readonly string[],
): GradingRoom {
  const user = gradingUser();
  const owner = process.getuid!() === user ? null : user;
  const whole = Cgroup.make(grounds, groupName(), owner);
  const grader = whole.within('grader', graderLimits, owner);
  const service = whole.within('service', serviceLimits, owner);
  const folder = makeRunFolder(jobWith(service.doors), user);
  const doorMounts = service.doors.map((door): Mount => {
    return { kind: 'write', from: dirname(door), to: dirname(door) };
  });
  const cell = inGraderCell([...mounts, ...folder.mounts, ...doorMounts], commandLine);
  return {
    commandLine: [...enterGroups(grader.doors), ...cell],
    // A cell shows the environment of whoever starts it: nothing of ours is in it.
    place: { cwd: '/', env: { PATH: process.env['PATH'] } },
    counts: () => service.counts(),
    close: async () => {
      await whole.remove();
      folder.remove();
    },
  };
}

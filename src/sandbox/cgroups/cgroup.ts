import { chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Limits } from '../limits.ts';
import type { Hierarchy } from './hierarchies.ts';
import { killAll, tryToRemove } from './remove-groups.ts';
import { limitWithin, memoryEvents, optionalFiles, settingsFor } from './settings.ts';

/** How often a group has reached its limits since it was made. */
export interface GroupCounts {
  /** Processes that were ended because memory had run out. */
  readonly memory: number;
  /** Processes that were not started because there were too many. */
  readonly processes: number;
}

/** Where one tree is built on: the folder in which groups of ours may be made. */
export interface Ground {
  readonly hierarchy: Hierarchy;
  readonly folder: string;
}

const REMOVED_WITHIN_MS = 5_000;

/** A group of processes with limits, one folder in each tree that limits something. */
export class Cgroup {
  readonly #grounds: readonly Ground[];

  private constructor(grounds: readonly Ground[]) {
    this.#grounds = grounds;
  }

  /**
   * Makes a group that other groups are made in, and which has no processes of its own.
   * @param owner number of the user who may put processes into it and into those below
   */
  static make(grounds: readonly Ground[], name: string, owner: number | null): Cgroup {
    const made = grounds.map(({ hierarchy, folder }) => {
      const own = join(folder, name);
      mkdirSync(own);
      if (hierarchy.version === 2) limitWithin(hierarchy, own);
      if (owner !== null) chownSync(join(own, 'cgroup.procs'), owner, owner);
      return { hierarchy, folder: own };
    });
    return new Cgroup(made);
  }

  /** A group within this one, for processes. */
  within(name: string, limits: Limits, owner: number | null): Cgroup {
    const made = this.#grounds.map(({ hierarchy, folder }) => {
      const own = join(folder, name);
      mkdirSync(own);
      for (const [file, value] of settingsFor(hierarchy, limits)) {
        if (!optionalFiles.has(file) || existsSync(join(own, file)))
          writeFileSync(join(own, file), value);
      }
      if (owner !== null) chownSync(join(own, 'cgroup.procs'), owner, owner);
      return { hierarchy, folder: own };
    });
    return new Cgroup(made);
  }

  /** The files that take the number of a process that is to belong to the group. */
  get doors(): readonly string[] {
    return this.#grounds.map(({ folder }) => join(folder, 'cgroup.procs'));
  }

  /** How often it has reached its limits. */
  counts(): GroupCounts {
    const read = (controller: string, file: (version: 1 | 2) => string, word: RegExp) => {
      const ground = this.#grounds.find(({ hierarchy }) =>
        hierarchy.controllers.includes(controller),
      )!;
      const text = readFileSync(join(ground.folder, file(ground.hierarchy.version)), 'utf8');
      return Number(word.exec(text)?.[1] ?? 0);
    };
    return {
      memory: read('memory', (version) => memoryEvents[version], /^oom_kill (\d+)/m),
      processes: read('pids', () => 'pids.events', /^max (\d+)/m),
    };
  }

  /** Kills whatever is in it and in the groups within, and removes it. */
  async remove(): Promise<void> {
    const since = performance.now();
    for (;;) {
      for (const { folder } of this.#grounds) killAll(folder);
      const left = this.#grounds.filter(({ folder }) => !tryToRemove(folder));
      if (left.length === 0) return;
      if (performance.now() - since > REMOVED_WITHIN_MS) {
        throw new Error(`the control group ${left[0]!.folder} cannot be removed`);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

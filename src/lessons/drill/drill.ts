import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makePrivateFolder, privateFolder } from '../../project/private-folder.ts';
import { readJsonFile } from '../../system/read-json.ts';

/** A mistake that was planted for the learner to find. */
export interface Drill {
  /** Id of the mistake. */
  readonly mistake: string;
  /** What users report. */
  readonly symptom: string;
  /** The check that the mistake fails. */
  readonly check: string;
  /** The commit that it came with, among harmless changes. */
  readonly broken: string;
  /** The branch that the learner was on, where the mistake did not fit their code. */
  readonly back: string | null;
}

/** The drill under way, and the ids of those that are over. */
export interface Drills {
  readonly current: Drill | null;
  readonly done: readonly string[];
  readonly givenUp: readonly string[];
}

const FILE = 'drills.json';
const none: Drills = { current: null, done: [], givenUp: [] };

/** The drills of a project. */
export function readDrills(project: string): Drills {
  const path = join(privateFolder(project), FILE);
  return existsSync(path) ? { ...none, ...(readJsonFile(path, FILE) as Partial<Drills>) } : none;
}

/** Keeps the drills: all of it or, at an interrupt, what was kept before. */
export function keepDrills(project: string, drills: Drills): void {
  const path = join(makePrivateFolder(project), FILE);
  writeFileSync(`${path}.new`, `${JSON.stringify(drills, null, 2)}\n`);
  renameSync(`${path}.new`, path);
}

import { keepPrivate, readPrivate } from '../../project/private-file.ts';

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
  return { ...none, ...(readPrivate(project, FILE) as Partial<Drills> | null) };
}

/** Keeps the drills of a project. */
export function keepDrills(project: string, drills: Drills): void {
  keepPrivate(project, FILE, drills);
}

import type { Resource } from '../../catalog/resource.ts';
import type { Stack } from '../../catalog/stacks.ts';
import type { Stage } from '../../catalog/stages.ts';

/**
 * What the repository of an assignment begins with: `exercise` a project with lessons left open,
 * `blank` the contract without a source, `mail` a finished project and a customer's letter,
 * `drill` a project with a mistake in it, to be found from what users report.
 */
export type Mode = 'exercise' | 'blank' | 'mail' | 'drill';

/** Every mode, the default first. */
export const modes: readonly Mode[] = ['exercise', 'blank', 'mail', 'drill'];

/** A course as `course.yaml` and the roster beside it describe it, validated. */
export interface Course {
  /** Absolute path of the instructor's folder, in which `course.yaml` lies. */
  readonly folder: string;
  readonly title: string;
  /** Version of the kit that the course is taught with; students' workflows are pinned to it. */
  readonly kit: string;
  /** IANA name of the zone in which times are written and shown, e.g. `Europe/Madrid`. */
  readonly timeZone: string;
  /** The host whose workflow every repository has; `none` for no workflow. */
  readonly workflow: Workflow;
  /** What counts as the time of a submission: when the instructor's side saw it, or its commit's date. */
  readonly submissionTime: 'seen' | 'commit';
  /** At least one; ids are unique. */
  readonly assignments: readonly Assignment[];
  readonly extensions: readonly Extension[];
  /** Who works together on one repository: identifiers, in pairs. */
  readonly pairs: readonly Pair[];
  readonly adjustments: readonly Adjustment[];
  /** The roster, in its order; identifiers are unique. */
  readonly students: readonly Student[];
}

/** A kind of host that runs workflows. */
export type Workflow = 'github' | 'gitlab' | 'none';

/** What students are to do, by when, and for how many points. */
export interface Assignment {
  /** kebab-case; the name of its folder of repositories. */
  readonly id: string;
  readonly title: string;
  readonly stack: Stack;
  readonly stage: Stage;
  readonly mode: Mode;
  /** The earlier assignment in whose repositories it goes on; null where it has some of its own. */
  readonly continues: string | null;
  /** Ids of lessons of the stage, in their order: those that are left open and that are graded. */
  readonly lessons: readonly string[];
  /** One resource is everybody's; of several, each student draws one. */
  readonly resources: readonly NamedResource[];
  /** The instructor's secret, from which every student's variant is drawn. It leaves the course folder never. */
  readonly seed: string;
  /** Milliseconds since 1970; null where nothing is due. */
  readonly due: number | null;
  readonly late: LatePolicy;
  /** Points for the whole of it. */
  readonly points: number;
  /** How much each lesson counts against the others, by id; 1 where nothing is said. */
  readonly weights: Readonly<Record<string, number>>;
}

/** A resource with the name by which the course file calls it: a preset or a path. */
export interface NamedResource {
  readonly name: string;
  readonly resource: Resource;
}

/** What lateness costs. */
export interface LatePolicy {
  /** Minutes after the due time that cost nothing. */
  readonly graceMinutes: number;
  /** Percent of the points earned that each day begun costs. */
  readonly percentPerDay: number;
  /** Days after the due time from which on nothing counts; null where that never comes. */
  readonly closesAfterDays: number | null;
}

/** More time for one student, and for the other of their pair. */
export interface Extension {
  readonly student: string;
  readonly assignment: string;
  /** Milliseconds since 1970. */
  readonly due: number;
  readonly reason: string;
}

/** Two identifiers. */
export type Pair = readonly [string, string];

/** Points added (or taken, below zero) by hand; they stay whenever grades are made anew. */
export interface Adjustment {
  readonly student: string;
  readonly assignment: string;
  readonly points: number;
  readonly reason: string;
}

/** Somebody on the roster. */
export interface Student {
  /** By which the course knows them; unique whatever the case of its letters. */
  readonly identifier: string;
  readonly name: string;
  readonly email: string | null;
  readonly section: string | null;
  /** Their name on the git host. */
  readonly username: string | null;
  readonly lms: LmsIds;
}

/** By which a learning management system knows a student; null where its export did not say. */
export interface LmsIds {
  readonly canvasId: string | null;
  readonly sisUserId: string | null;
  readonly sisLoginId: string | null;
  /** Moodle's ID number. */
  readonly idNumber: string | null;
}

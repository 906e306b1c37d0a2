import type { Resource } from '../catalog/resource.ts';
import type { Programs } from '../system/process.ts';
import type { Address } from './http/converse.ts';
import type { AdminCommand } from './people/admin.ts';

/** How to start the service that is to be checked. */
export interface Launch {
  readonly commandLine: readonly string[];
  /** Brings its data up to date; null where there is no command for that. */
  readonly migrate: readonly string[] | null;
  /** Its other commands by name, e.g. `backup`; empty where none is known. */
  readonly commands: Readonly<Record<string, readonly string[]>>;
  readonly cwd: string;
  /** Inherited environment, without settings of the service. */
  readonly env: NodeJS.ProcessEnv;
  /** Where all of its commands run. */
  readonly programs: Programs;
}

/** A service to put questions to: one that runs already, or one that we start. */
export interface Target {
  readonly resource: Resource;
  /** Number of the stage whose promises it is to keep. */
  readonly stage: number;
  /** Where it runs already; null where we start it. */
  readonly address: Address | null;
  readonly launch: Launch | null;
  /** Folder of its source; null where it is not known. */
  readonly project: string | null;
  /** A database that the person has named, beside which others are made; null where none is. */
  readonly databaseUrl: string | null;
  /** What makes an admin; null where that is not known. */
  readonly adminCommand: AdminCommand | null;
  /** Key of a service that runs already; null where none is known. */
  readonly apiKey: string | null;
  /** The lesson at hand; null where nobody learns, or that is not known. */
  readonly atHand: LessonAtHand | null;
}

/** The lesson that a learner works on. */
export interface LessonAtHand {
  /** Null where all of them are: what was handed in is looked at as a whole. */
  readonly lesson: string | null;
  /** The commit that it began at; null where that is not known. */
  readonly since: string | null;
}

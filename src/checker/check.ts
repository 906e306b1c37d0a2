import type { Resource } from '../catalog/resource.ts';
import type { Git } from '../project/git.ts';
import type { Api } from './api.ts';
import type * as expectations from './expect.ts';
import type { People } from './people/people.ts';
import type { ServiceControl } from './service/control.ts';
import type { Items } from './values/items.ts';
import type { Random } from './values/random.ts';

/**
 * What a check needs beside a service that answers: `start` (the checker can start further
 * processes of it), `project` (its source is here), `tests` (it runs the project's own), `patience`
 * (it waits for more than 2 s, so it is asked only with `--all`), `real-postgres` (a server, not
 * its embedded stand-in), `admin` (it asks with the rights of an admin, where the service knows
 * such), `own-machine` (what it looks at stays with the learner, and is not handed in).
 */
export type Need =
  'start' | 'project' | 'tests' | 'patience' | 'real-postgres' | 'admin' | 'own-machine';

/** All that a check may use. */
export interface Question {
  readonly api: Api;
  readonly items: Items;
  readonly resource: Resource;
  readonly expect: typeof expectations;
  readonly random: Random;
  /** Who uses the service; from the stage that knows users. */
  readonly people: People;
  /** Only for checks that need `start`. */
  readonly service: ServiceControl;
  /** Folder of the project; only for checks that need `project`. */
  readonly project: string;
  /** Whether a learner works on the check's lesson now. */
  readonly isAtHand: boolean;
  /** The commit that the lesson at hand began at; null where that is not known. */
  readonly since: string | null;
  /** Git in the project; only for checks that need `project`. */
  readonly git: Git;
}

/** Causes by the status that came, `else` for the others; or one cause for all. */
export type Likely = string | Readonly<Record<number | 'else', string>>;

/** A black-box question put to a running service. Sentences may hold words of `inWords`. */
export interface Check {
  /** Words, unique among all checks. */
  readonly id: string;
  /** What is asked, as a sentence that is true of a sound service. */
  readonly title: string;
  /** What is probably wrong where it fails. */
  readonly likely: Likely;
  readonly needs?: readonly Need[];
  /** Number of the last stage in which it is asked; where absent, all that follow. */
  readonly until?: number;
  /** Longest time that it may take, in seconds. */
  readonly seconds?: number;
  run(question: Question): Promise<void>;
}

/** A check with its place in the curriculum. */
export interface PlacedCheck extends Check {
  /** Number of the stage that introduces it. */
  readonly from: number;
  /** Id of its lesson; null for the stage's conformance set. */
  readonly lesson: string | null;
}

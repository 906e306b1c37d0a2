import { loadChecks } from '../../lessons/check-index.ts';
import type { GitContext } from '../../project/git.ts';
import type { Course } from '../course/course.ts';
import type { StudentWork } from '../course/student-work.ts';
import type { HandedIn } from '../submissions/find-submissions.ts';
import { Unusable } from '../submissions/intake.ts';
import { takeIn, type TakenIn } from '../submissions/take-in.ts';
import { notAsked } from './check-outcome.ts';
import type { Errand, RunErrand } from './errand.ts';
import type { FindingsStore, KeptFindings } from './findings-store.ts';
import { inFolder } from './in-folder.ts';
import { questionOf, type Asker } from './question.ts';
import { starterOf } from './starter.ts';

/** What submissions are asked with. */
export interface GradingTools extends Asker {
  readonly course: Course;
  readonly run: RunErrand;
  readonly store: FindingsStore;
  readonly git: GitContext;
}

/** What is known of a submission after it was asked. */
export interface Asked extends KeptFindings {
  /** Null where it could not even be unpacked. */
  readonly taken: Pick<TakenIn, 'hash' | 'seen' | 'commit'> | null;
}

/** What the answers of a submission are held against. */
export interface Standards {
  /** Ids of the checks that what the student began with passes: nobody earns anything by them. */
  readonly given: ReadonlySet<string>;
  /** Ids of the checks that the kit's own solution passes: the others do not fit the resource. */
  readonly possible: ReadonlySet<string>;
}

/** Puts the questions of an assignment to submissions, and remembers what came of it. */
export class Inquirer {
  readonly #tools: GradingTools;
  readonly #standards = new Map<string, Promise<Standards>>();

  constructor(tools: GradingTools) {
    this.#tools = tools;
  }

  /**
   * Asks a submission, or remembers what came of it when the same was asked before.
   * @throws GraderFault when nothing can be said of it
   */
  async ask(work: StudentWork, handedIn: HandedIn, seed: number): Promise<Asked> {
    try {
      const taken = await inFolder((folder) => takeIn(handedIn, folder, this.#tools.git));
      return { ...(await this.#remember(work, handedIn, taken.hash, seed)), taken };
    } catch (error) {
      if (!(error instanceof Unusable)) throw error;
      return { ...(await refusal(work, error.message)), taken: null };
    }
  }

  /** What the answers of a submission are held against. */
  async standards(work: StudentWork): Promise<Standards> {
    const starter = starterOf(this.#tools.course, work);
    const key = `${work.assignment.id} ${starter.key}`;
    const standards =
      this.#standards.get(key) ?? this.#askStandards(work, starter.manifest !== null);
    this.#standards.set(key, standards);
    try {
      return await standards;
    } catch (error) {
      // What has failed once may go well for the next.
      this.#standards.delete(key);
      throw error;
    }
  }

  async #askStandards(work: StudentWork, hasStarter: boolean): Promise<Standards> {
    const passed = async (of: 'starter' | 'solution') => {
      const { findings } = await this.#remember(work, of, of, 0);
      const well = findings.outcomes.filter(({ state }) => state === 'pass');
      return new Set(well.map(({ id }) => id));
    };
    const given = hasStarter ? await passed('starter') : new Set<string>();
    return { given, possible: await passed('solution') };
  }

  /** @param hash of the files; the name of what is the kit's own */
  async #remember(
    work: StudentWork,
    of: Errand['of'],
    hash: string,
    seed: number,
  ): Promise<KeptFindings> {
    const { store, course, run } = this.#tools;
    const question = questionOf(course, work, this.#tools, hash, seed);
    const known = store.find(question);
    if (known !== null) return known;
    const kept = await run({ work, of, question });
    store.keep(question, kept);
    return kept;
  }
}

/** What is found in a submission that could not be unpacked. */
async function refusal({ assignment }: StudentWork, reason: string): Promise<KeptFindings> {
  const { stage, lessons } = assignment;
  const checks = (await loadChecks(stage.number)).filter(
    ({ lesson }) => lesson !== null && lessons.includes(lesson),
  );
  const outcomes = checks.map((check) => notAsked(check, reason));
  return {
    findings: { outcomes, incidents: [], faults: [] },
    notes: [reason],
    askedAt: Date.now(),
  };
}

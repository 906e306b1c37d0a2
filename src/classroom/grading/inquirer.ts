import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadChecks } from '../../lessons/check-index.ts';
import { STATE_FILE } from '../../project/state.ts';
import { writeFiles } from '../../project/files.ts';
import type { Files } from '../../scaffold/render.ts';
import type { GitContext } from '../../project/git.ts';
import type { Course } from '../course/course.ts';
import type { StudentWork } from '../course/student-work.ts';
import type { PackageStore } from '../packages/package-store.ts';
import type { HandedIn } from '../submissions/find-submissions.ts';
import { hashFiles } from '../submissions/hash-files.ts';
import { Unusable } from '../submissions/intake.ts';
import { takeIn, type TakenIn } from '../submissions/take-in.ts';
import { notAsked } from './check-outcome.ts';
import type { FindingsStore, KeptFindings, Question } from './findings-store.ts';
import { GraderFault } from './grader-fault.ts';
import { prepareSubmission } from './prepare-submission.ts';
import type { RunGrader } from './run-grader.ts';
import { starterOf, type Starter } from './starter.ts';

/** What submissions are asked with. */
export interface GradingTools {
  readonly course: Course;
  readonly run: RunGrader;
  readonly packages: PackageStore;
  readonly store: FindingsStore;
  readonly sandbox: 'bubblewrap' | 'none';
  /** Version of the kit whose checks are asked. */
  readonly kit: string;
  /** Longest time for all checks of a submission, in seconds. */
  readonly seconds: number;
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
  ask(work: StudentWork, handedIn: HandedIn, seed: number): Promise<Asked> {
    return inFolder(async (folder) => {
      try {
        const taken = await takeIn(handedIn, folder, this.#tools.git);
        const kept = await this.#remember(work, taken.hash, seed, async (starter) => {
          const known = await this.#askIn(taken.folder, starter, work, seed);
          return { ...known, notes: [...taken.notes, ...known.notes] };
        });
        return { ...kept, taken };
      } catch (error) {
        if (!(error instanceof Unusable)) throw error;
        return { ...(await refusal(work, error.message)), taken: null };
      }
    });
  }

  /** What the answers of a submission are held against. */
  standards(work: StudentWork): Promise<Standards> {
    const starter = starterOf(this.#tools.course, work);
    const key = `${work.assignment.id} ${starter.key}`;
    const standards = this.#standards.get(key) ?? this.#askStandards(work, starter);
    this.#standards.set(key, standards);
    return standards;
  }

  async #askStandards(work: StudentWork, { manifest, files, solution }: Starter): Promise<Standards> {
    const passed = async (name: string, those: Files) => {
      const { findings } = await this.#remember(work, name, 0, (starter) =>
        inFolder((folder) => {
          writeFiles(folder, those);
          const state = those.get(STATE_FILE) ?? starter.state;
          return this.#askIn(folder, { ...starter, state }, work, 0);
        }),
      );
      const well = findings.outcomes.filter(({ state }) => state === 'pass');
      return new Set(well.map(({ id }) => id));
    };
    const given = manifest === null ? new Set<string>() : await passed('starter', files);
    const possible = await passed('solution', solution);
    if (possible.size === 0) throw new GraderFault("the kit's own solution does not run here");
    return { given, possible };
  }

  async #remember(
    work: StudentWork,
    hash: string,
    seed: number,
    ask: (starter: Starter) => Promise<KeptFindings>,
  ): Promise<KeptFindings> {
    const { store, kit, sandbox, course } = this.#tools;
    const starter = starterOf(course, work);
    const { lessons } = work.assignment;
    const question: Question = { hash, starter: starter.key, lessons, seed, kit, sandbox };
    const known = store.find(question);
    if (known !== null) return known;
    const kept = await ask(starter);
    store.keep(question, kept);
    return kept;
  }

  async #askIn(
    folder: string,
    starter: Starter,
    { assignment }: StudentWork,
    seed: number,
  ): Promise<KeptFindings> {
    const { packages, run, seconds, sandbox, git } = this.#tools;
    const { prepared, notes } = await prepareSubmission(folder, starter, packages);
    const { lessons } = assignment;
    const before = hashFiles(folder, null);
    const findings = await run(prepared, { lessons, conformance: false, seed, seconds }, git.signal);
    if (findings.faults.length > 0) throw new GraderFault(findings.faults.join('; '));
    if (sandbox !== 'none' && hashFiles(folder, null) !== before) {
      throw new GraderFault('its files have changed while it was graded');
    }
    return { findings, notes, askedAt: Date.now() };
  }
}

/** What is found in a submission that could not be unpacked. */
async function refusal({ assignment }: StudentWork, reason: string): Promise<KeptFindings> {
  const { stage, lessons } = assignment;
  const checks = (await loadChecks(stage.number)).filter(
    ({ lesson }) => lesson !== null && lessons.includes(lesson),
  );
  const outcomes = checks.map((check) => notAsked(check, reason));
  return { findings: { outcomes, incidents: [], faults: [] }, notes: [reason], askedAt: Date.now() };
}

/** A folder that the user of the sandbox can look into, and which is gone afterwards. */
async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'create-backend-submission-'));
  chmodSync(folder, 0o755);
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

import { startCheck } from '../../checker/start-check.ts';
import { STATE_FILE } from '../../project/state.ts';
import { writeFiles } from '../../project/files.ts';
import type { GitContext } from '../../project/git.ts';
import type { Course } from '../course/course.ts';
import type { PackageStore } from '../packages/package-store.ts';
import { hashFiles } from '../submissions/hash-files.ts';
import { takeIn } from '../submissions/take-in.ts';
import type { Errand, RunErrand } from './errand.ts';
import type { KeptFindings } from './findings-store.ts';
import { GraderFault } from './grader-fault.ts';
import { inFolder } from './in-folder.ts';
import type { Findings } from './job.ts';
import { prepareSubmission } from './prepare-submission.ts';
import type { RunGrader } from './run-grader.ts';
import { starterOf, type Starter } from './starter.ts';

/** What errands are run with on this machine. */
export interface ErrandTools {
  readonly course: Course;
  readonly run: RunGrader;
  readonly packages: PackageStore;
  /** Longest time for all checks of a submission, in seconds. */
  readonly seconds: number;
  readonly git: GitContext;
}

/** Files that lie in a folder, ready to be asked. */
interface Laid {
  readonly folder: string;
  readonly starter: Starter;
  readonly notes: readonly string[];
}

/** Runs errands on this machine. */
export function errandRunner(tools: ErrandTools): RunErrand {
  return (errand) =>
    inFolder(async (folder) => ask(await lay(errand, folder, tools), errand, tools));
}

async function lay(
  { work, of, question }: Errand,
  folder: string,
  tools: ErrandTools,
): Promise<Laid> {
  const starter = starterOf(tools.course, work);
  if (typeof of === 'string') {
    const files = starter[of === 'starter' ? 'files' : 'solution'];
    writeFiles(folder, files);
    const state = files.get(STATE_FILE) ?? starter.state;
    return { folder, starter: { ...starter, state }, notes: [] };
  }
  const taken = await takeIn(of, folder, tools.git);
  if (taken.hash === question.hash) return { folder: taken.folder, starter, notes: taken.notes };
  throw new GraderFault(`${of.name} is not the same where it was to be asked`);
}

async function ask(
  { folder, starter, notes }: Laid,
  errand: Errand,
  { packages, run, seconds, git }: ErrandTools,
): Promise<KeptFindings> {
  const { prepared, notes: more } = await prepareSubmission(folder, starter, packages);
  const { lessons, seed, sandbox } = errand.question;
  const before = hashFiles(folder, null);
  const findings = await run(prepared, { lessons, conformance: false, seed, seconds }, git.signal);
  if (findings.faults.length > 0) throw new GraderFault(findings.faults.join('; '));
  if (sandbox !== 'none' && hashFiles(folder, null) !== before) {
    throw new GraderFault('its files have changed while it was graded');
  }
  if (mustRun(errand) && !hasStarted(findings)) {
    throw new GraderFault(`the kit's own ${String(errand.of)} does not run here`);
  }
  return { findings, notes: [...notes, ...more], askedAt: Date.now() };
}

/** What the kit has made runs, unless the mistake of an incident keeps it from that. */
function mustRun({ of, work }: Errand): boolean {
  return of === 'solution' || (of === 'starter' && work.assignment.mode !== 'drill');
}

function hasStarted({ outcomes }: Findings): boolean {
  return outcomes.some(({ id, state }) => id === startCheck.id && state === 'pass');
}

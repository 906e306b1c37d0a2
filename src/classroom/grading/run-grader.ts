import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Mount } from '../../sandbox/bubblewrap.ts';
import type { GroupCounts } from '../../sandbox/cgroups/cgroup.ts';
import type { Sandbox } from '../../sandbox/choose-sandbox.ts';
import { serviceLimits } from '../../sandbox/limits.ts';
import { places } from '../../sandbox/places.ts';
import { packageRoot } from '../../system/package-root.ts';
import { ownEnvironment } from '../../system/own-environment.ts';
import { run, type RunResult } from '../../system/process.ts';
import { GraderFault } from './grader-fault.ts';
import { kitCommand } from './kit-in-cell.ts';
import type { Findings, GradingJob } from './job.ts';

/** A submission that is ready to be asked. */
export interface Prepared {
  /** Folder of its files, the instructor's state file among them. */
  readonly folder: string;
  /** Folder of its dependencies, to be seen as `node_modules`; null where it has none. */
  readonly modules: string | null;
}

/** What is asked of a submission. */
export type Inquiry = Omit<GradingJob, 'project' | 'doors'>;

/** Puts checks to a submission, in a process of its own; throws a {@link GraderFault} where that fails. */
export type RunGrader = (
  submission: Prepared,
  inquiry: Inquiry,
  signal: AbortSignal,
) => Promise<Findings>;

/** Time beyond that for the checks in which a grader must be done, in milliseconds. */
const GRACE_MS = 120_000;

/** A grader whose submissions are held by a sandbox. */
export function graderIn(sandbox: Sandbox): RunGrader {
  return async ({ folder, modules }, inquiry, signal) => {
    const project = places.project;
    const mounts: Mount[] = [{ kind: 'read', from: folder, to: project }];
    if (modules !== null)
      mounts.push({ kind: 'read', from: modules, to: `${project}/node_modules` });
    const job = (doors: readonly string[]): GradingJob => ({ ...inquiry, project, doors });
    const room = sandbox.open(mounts, job, kitCommand('ask'));
    try {
      const ended = await runWithin(room.commandLine, room.place, inquiry, signal);
      return withCounts(readFindings(ended), room.counts());
    } finally {
      await room.close();
    }
  };
}

/** A grader whose submissions may do whatever the instructor may. */
export function graderWithoutSandbox(env: NodeJS.ProcessEnv): RunGrader {
  return async ({ folder, modules }, inquiry, signal) => {
    if (modules !== null) showModules(folder, modules);
    const own = mkdtempSync(join(tmpdir(), 'create-backend-grading-'));
    const file = join(own, 'job.json');
    const job: GradingJob = { ...inquiry, project: folder, doors: null };
    writeFileSync(file, JSON.stringify(job));
    const kit = join(packageRoot(), 'bin', 'create-backend.js');
    const commandLine = [process.execPath, kit, 'class', 'in-cell', 'ask', file];
    const { DATABASE_URL: _, ...rest } = ownEnvironment(env);
    try {
      const place = { cwd: own, env: rest };
      return readFindings(await runWithin(commandLine, place, inquiry, signal));
    } finally {
      rmSync(own, { recursive: true });
    }
  };
}

/** What a sandbox would mount there. */
function showModules(folder: string, modules: string): void {
  const place = join(folder, 'node_modules');
  rmSync(place, { recursive: true, force: true });
  symlinkSync(modules, place, 'junction');
}

async function runWithin(
  commandLine: readonly string[],
  place: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
  { seconds }: Inquiry,
  signal: AbortSignal,
): Promise<RunResult> {
  const deadline = AbortSignal.timeout(seconds * 1000 + GRACE_MS);
  try {
    return await run(commandLine, { ...place, signal: AbortSignal.any([signal, deadline]) });
  } catch (error) {
    signal.throwIfAborted();
    if (!deadline.aborted) throw error;
    throw new GraderFault('the grader did not end in time');
  }
}

function readFindings({ exitCode, stdout, output }: RunResult): Findings {
  const last = output.trim().slice(-500);
  if (exitCode !== 0) throw new GraderFault(`the grader ended with ${exitCode}: ${last}`);
  return JSON.parse(stdout) as Findings;
}

/** What only the control group has seen. */
function withCounts(findings: Findings, { memory, processes }: GroupCounts): Findings {
  const most = `${serviceLimits.memory / 1024 ** 2} MB`;
  const incidents = [
    ...(memory > 0 ? [{ kind: 'memory', text: `it used more than ${most}, and was ended` }] : []),
    ...(processes > 0
      ? [{ kind: 'processes', text: `it wanted more than ${serviceLimits.processes} processes` }]
      : []),
  ];
  return { ...findings, incidents: [...findings.incidents, ...incidents] };
}

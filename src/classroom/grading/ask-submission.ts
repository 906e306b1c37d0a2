import type { PlacedCheck } from '../../checker/check.ts';
import { gitOf } from '../../checker/project-git.ts';
import { makeScratch } from '../../checker/service/data-files.ts';
import type { Target } from '../../checker/target.ts';
import { loadChecks } from '../../lessons/check-index.ts';
import { targetOfProject } from '../../lessons/check-target.ts';
import { enclosedPrograms } from '../../sandbox/enclosed-programs.ts';
import { processLimits } from '../../sandbox/limits.ts';
import { networkAttempts } from '../../sandbox/network-attempts.ts';
import { serviceMounts } from '../../sandbox/places.ts';
import { SandboxLog } from '../../sandbox/sandbox-log.ts';
import { ownPrograms, type Programs } from '../../system/process.ts';
import { askTwice } from './ask-twice.ts';
import { bringDatabases } from './databases.ts';
import type { Findings, GradingJob } from './job.ts';

/** Puts the instructor's checks to the submission of a job. */
export async function askSubmission(
  job: GradingJob,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<Findings> {
  const log = new SandboxLog();
  const target = targetOfProject(job.project, env);
  const checks = (await loadChecks(target.stage)).filter((check) => isWanted(job, check));
  const cache = await makeScratch();
  const databases = await bringDatabases(target.stage, env, signal);
  try {
    const enclosed = inPrograms(target, programsFor(job, log), cache.folder);
    const since = await firstCommit(enclosed, signal);
    const own = { databaseUrl: databases.url, atHand: { lesson: null, since } };
    const asked = { ...enclosed, ...own };
    const outcomes = await askTwice(job, asked, checks, signal, log);
    if (job.doors !== null) noteNetwork(log);
    return { outcomes, incidents: log.incidents, faults: log.faults };
  } finally {
    await databases.stop();
    await cache.remove();
  }
}

/** The commit that a student's repository began with; null where it is none. */
async function firstCommit(target: Target, signal: AbortSignal): Promise<string | null> {
  const git = gitOf(target, signal)!;
  const { exitCode, stdout } = await git.try('rev-list', '--max-parents=0', 'HEAD');
  return exitCode === 0 ? stdout.trim().split('\n').at(-1)! : null;
}

function programsFor({ doors }: GradingJob, log: SandboxLog): Programs {
  if (doors === null) return ownPrograms;
  return enclosedPrograms({ mounts: serviceMounts(), doors, limits: processLimits, log });
}

/** Its programs cannot write into the project, where what makes them start sooner would be. */
function inPrograms(target: Target, programs: Programs, cache: string): Target {
  const { launch, adminCommand } = target;
  const settle = <Command extends { readonly env: NodeJS.ProcessEnv }>(command: Command) => {
    const env = { ...command.env, NODE_COMPILE_CACHE: cache };
    return { ...command, env, programs };
  };
  return {
    ...target,
    launch: launch && settle(launch),
    adminCommand: adminCommand && settle(adminCommand),
  };
}

function isWanted({ lessons, conformance }: GradingJob, check: PlacedCheck): boolean {
  const { lesson, needs } = check;
  if (needs?.includes('own-machine')) return false;
  return lesson === null ? conformance : lessons.includes(lesson);
}

/** The network of a cell is its own: whoever tried to leave it was the student's program. */
function noteNetwork(log: SandboxLog): void {
  const { unroutable, unheard } = networkAttempts();
  if (unroutable > 0) {
    log.note('network', 'it tried to reach another machine, which nothing here can');
  } else if (unheard > 0) {
    log.note(
      'network',
      'it asked for the address of another machine, which nothing here can reach',
    );
  }
}

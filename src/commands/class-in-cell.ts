import { readFileSync } from 'node:fs';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { askSubmission } from '../classroom/grading/ask-submission.ts';
import type { CellTask } from '../classroom/grading/kit-in-cell.ts';
import type { GradingJob } from '../classroom/grading/job.ts';
import { sendCanaries, type CanaryJob } from '../sandbox/canaries.ts';
import { installPackages, type InstallJob } from '../sandbox/install-packages.ts';

type Work = (job: unknown, context: Pick<Context, 'env' | 'signal'>) => Promise<object>;

const works: Readonly<Record<CellTask, Work>> = {
  ask: (job, { env, signal }) => askSubmission(job as GradingJob, env, signal),
  canaries: (job) => sendCanaries(job as CanaryJob),
  install: (job) => installPackages(job as InstallJob),
};

/** The part of a grading that runs in a process of its own: reads a job, and prints what came of it. */
export async function inCell(task: string, jobFile: string, context: Context): Promise<number> {
  const work = Object.hasOwn(works, task) ? works[task as CellTask] : null;
  if (work === null) throw new UserError(`There is no such work as "${task}".`);
  const job: unknown = JSON.parse(readFileSync(jobFile, 'utf8'));
  context.out.print(JSON.stringify(await work(job, context)));
  return 0;
}

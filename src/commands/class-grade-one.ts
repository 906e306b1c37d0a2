import { readFileSync } from 'node:fs';
import type { Context } from '../context.ts';
import { askSubmission } from '../classroom/grading/ask-submission.ts';
import type { GradingJob } from '../classroom/grading/job.ts';

/** The part of a grading that runs in a process of its own: reads a job, prints what it found. */
export async function gradeOne(jobFile: string, { env, out, signal }: Context): Promise<number> {
  const job = JSON.parse(readFileSync(jobFile, 'utf8')) as GradingJob;
  out.print(JSON.stringify(await askSubmission(job, env, signal)));
  return 0;
}

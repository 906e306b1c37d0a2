import { readFileSync } from 'node:fs';
import type { Context } from '../context.ts';
import { sendCanaries, type CanaryJob } from '../sandbox/canaries.ts';

/** The part of the sandbox's trial that runs in it: prints what a canary managed to do. */
export async function canaries(jobFile: string, { out }: Context): Promise<number> {
  const job = JSON.parse(readFileSync(jobFile, 'utf8')) as CanaryJob;
  out.print(JSON.stringify(await sendCanaries(job)));
  return 0;
}

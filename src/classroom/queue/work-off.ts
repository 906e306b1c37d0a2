import { once } from 'node:events';
import { Worker, type Job } from 'bullmq';
import type { KeptFindings } from '../grading/findings-store.ts';
import type { SentErrand } from './sent-errand.ts';

/** After this time without a sign of life, the errands of a worker are another's, in milliseconds. */
const LOST_AFTER_MS = 30_000;
/** How often workers look for what a lost one has left, in milliseconds. */
const LOOK_EVERY_MS = 10_000;
/** How many workers may be lost by an errand before it is given up. */
const MOST_LOST = 3;

/** A machine that answers what others ask. */
export interface QueueWorker {
  readonly url: string;
  /** Name of the queue. */
  readonly name: string;
  /** How many errands at once. */
  readonly jobs: number;
  readonly run: (sent: SentErrand) => Promise<KeptFindings>;
  readonly tell: QueueListener;
}

/** Is told of what a worker does. */
export interface QueueListener {
  readonly begun: (sent: SentErrand) => void;
  readonly done: (sent: SentErrand) => void;
  readonly failed: (sent: SentErrand, reason: string) => void;
  /** The queue itself makes trouble; it is tried again. */
  readonly troubled: (reason: string) => void;
}

/** Runs errands as they come, until the signal is raised; what is under way then is another's. */
export async function workOff(
  { url, name, jobs, run, tell }: QueueWorker,
  signal: AbortSignal,
): Promise<void> {
  const answer = async ({ data }: Job<SentErrand, KeptFindings>) => {
    tell.begun(data);
    try {
      return await run(data);
    } catch (error) {
      if (signal.aborted) await never();
      throw error;
    }
  };
  const worker = new Worker<SentErrand, KeptFindings>(name, answer, {
    connection: { url, maxRetriesPerRequest: null },
    concurrency: jobs,
    lockDuration: LOST_AFTER_MS,
    stalledInterval: LOOK_EVERY_MS,
    maxStalledCount: MOST_LOST,
  });
  worker.on('completed', ({ data }) => tell.done(data));
  worker.on('failed', (job, { message }) => job && tell.failed(job.data, message));
  worker.on('error', ({ message }) => tell.troubled(message));
  if (!signal.aborted) await once(signal, 'abort');
  await worker.close(true);
}

/** Neither answered nor failed: that a worker was ended says nothing of what it had in hand. */
function never(): Promise<never> {
  return new Promise(() => {});
}

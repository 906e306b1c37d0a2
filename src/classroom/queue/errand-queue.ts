import { Queue, QueueEvents } from 'bullmq';
import type { Errand, RunErrand } from '../grading/errand.ts';
import type { KeptFindings } from '../grading/findings-store.ts';
import { GraderFault } from '../grading/grader-fault.ts';
import { keyOfQuestion } from '../grading/question.ts';
import { sendable, type SentErrand } from './sent-errand.ts';

/** How often an errand is tried, by whichever worker is free. */
const TRIES = 2;
const PAUSE_MS = 1_000;
/** How long an answer waits for who has asked, in seconds: they may have been ended meanwhile. */
const KEPT_S = 86_400;

/** Where errands are left for workers. */
export class ErrandQueue {
  readonly #queue: Queue<SentErrand, KeptFindings>;
  readonly #events: QueueEvents;
  readonly #sent = new Set<string>();
  readonly #cancelled: Promise<never>;

  /**
   * @param url of a Redis that answers
   * @param signal ends the waiting, and nothing that workers do
   */
  constructor(url: string, name: string, signal: AbortSignal) {
    this.#queue = new Queue(name, { connection: { url } });
    this.#events = new QueueEvents(name, { connection: { url } });
    this.#events.setMaxListeners(0);
    this.#queue.setMaxListeners(0);
    this.#cancelled = new Promise((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
    });
    this.#cancelled.catch(() => {});
  }

  /** How many workers listen. */
  workers(): Promise<number> {
    return this.#queue.getWorkersCount();
  }

  /**
   * Leaves an errand, and waits for what came of it. A question has one place in the queue: who
   * asks it again, in this run or in a later one, gets the same answer.
   */
  readonly run: RunErrand = async (errand) => {
    const id = keyOfQuestion(errand.question);
    await this.#forgetFailure(id);
    const job = await this.#leave(errand, id);
    const answered = job.waitUntilFinished(this.#events).catch(({ message }: Error) => {
      throw new GraderFault(message);
    });
    return await Promise.race([answered, this.#cancelled]);
  };

  async close(): Promise<void> {
    await Promise.all([this.#queue.close(), this.#events.close()]);
  }

  #leave(errand: Errand, id: string) {
    return this.#queue.add('ask', sendable(errand), {
      jobId: id,
      attempts: TRIES,
      backoff: { type: 'fixed', delay: PAUSE_MS },
      removeOnComplete: { age: KEPT_S },
      removeOnFail: { age: KEPT_S },
    });
  }

  /** What has failed in an earlier run is tried anew, once in each. */
  async #forgetFailure(id: string): Promise<void> {
    if (this.#sent.has(id)) return;
    this.#sent.add(id);
    const before = await this.#queue.getJob(id);
    if (before !== undefined && (await before.isFailed())) await before.remove();
  }
}

import type { Proof, Verdict } from './proof.ts';
import type { ProofContext } from './stage-under-proof.ts';

/** How proofs are made. */
export interface MakingOptions {
  /** How many are made at the same time. */
  readonly jobs: number;
  /** Sees each as soon as it is made. */
  readonly onVerdict: (verdict: Verdict, done: number, total: number) => void;
}

/**
 * Makes proofs side by side; the verdicts are in the order of the proofs.
 * @throws what the first of them threw, once all that were begun have tidied up
 */
export async function makeProofs(
  { now }: Pick<ProofContext, 'now'>,
  proofs: readonly Proof[],
  { jobs, onVerdict }: MakingOptions,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  let next = 0;
  let done = 0;
  const work = async () => {
    while (next < proofs.length) {
      const at = next++;
      verdicts[at] = await make(proofs[at]!, now);
      onVerdict(verdicts[at], ++done, proofs.length);
    }
  };
  const workOrEnd = () =>
    work().catch((error: unknown) => {
      next = proofs.length;
      throw error;
    });
  const workers = await Promise.allSettled(Array.from({ length: jobs }, workOrEnd));
  for (const worker of workers) if (worker.status === 'rejected') throw worker.reason;
  return verdicts;
}

async function make({ id, mistake, prove }: Proof, now: () => number): Promise<Verdict> {
  const since = now();
  const outcome = await prove();
  return { id, mistake, ...outcome, milliseconds: now() - since };
}

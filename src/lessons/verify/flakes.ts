import type { PlacedCheck } from '../../checker/check.ts';
import type { Result } from '../../checker/result.ts';
import { askProject, rootFailure } from './ask.ts';
import { well, wrong, type Proof } from './proof.ts';
import type { StageUnderProof } from './stage-under-proof.ts';
import { withProject } from './workspace.ts';

/** What a check came to with one seed. */
interface Observed {
  readonly seed: number;
  readonly state: Result['state'];
  readonly reason: string | null;
}

/** Asks the solution of a stage again and again, each time with other values. */
export class FlakeHunt {
  readonly proofs: readonly Proof[];
  readonly #observed = new Map<string, Observed[]>();

  constructor(proven: StageUnderProof, seeds: readonly number[]) {
    this.proofs = seeds.map((seed) => ({
      id: `seed-${seed}`,
      mistake: null,
      prove: () => this.#ask(proven, seed),
    }));
  }

  /** Checks that did not come to the same with every seed; those that failed are in the verdicts. */
  differences(): string[] {
    return [...this.#observed].flatMap(([id, [first, ...others]]) => {
      const other = others.find(({ state }) => state !== first!.state);
      return other === undefined ? [] : [`${id} differs: ${tell(first!)}, ${tell(other)}`];
    });
  }

  async #ask({ context, workspace, checks }: StageUnderProof, seed: number) {
    const results = await withProject(workspace, workspace.solution, (folder) =>
      askProject(context, folder, checks, { seed, bail: false }),
    );
    for (const { check, state, reason } of results) this.#observe(check, { seed, state, reason });
    const root = rootFailure(results);
    if (root === null) return well();
    const { expected, got } = root.finding ?? {};
    return wrong(
      `fails ${root.check.id}: ${root.reason ?? `${expected}; got ${got ?? 'another'}`}`,
    );
  }

  #observe({ id }: PlacedCheck, observed: Observed): void {
    this.#observed.set(id, [...(this.#observed.get(id) ?? []), observed]);
  }
}

function tell({ seed, state, reason }: Observed): string {
  return `${state} with seed ${seed}${reason === null ? '' : ` (${reason})`}`;
}

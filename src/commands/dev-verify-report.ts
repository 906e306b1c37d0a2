import type { Stage } from '../catalog/stages.ts';
import type { Context } from '../context.ts';
import type { Proof, Verdict } from '../lessons/verify/proof.ts';
import { tableText } from '../lessons/verify/verification-table.ts';
import type { Follower, StageVerification } from '../lessons/verify/verify-stages.ts';

/** Tells how a verification goes on, and what came of it. */
export class VerificationReport implements Follower {
  readonly #context: Pick<Context, 'out' | 'now'>;
  readonly #since: number;
  #stage: Stage | null = null;
  #left = new Set<string>();

  constructor(context: Pick<Context, 'out' | 'now'>) {
    this.#context = context;
    this.#since = context.now();
  }

  readonly onStage = (stage: Stage, proofs: readonly Proof[]): void => {
    this.#stage = stage;
    this.#left = new Set(proofs.map(({ id }) => id));
  };

  readonly onVerdict = (verdict: Verdict, done: number, total: number): void => {
    this.#left.delete(verdict.id);
    const place = `${this.#stage!.id} ${done}/${total}`;
    this.#context.out.say(`${place} ${this.#lineOf(verdict)}`);
  };

  /** What was not proven of the stage at hand when the run was ended, as a command to go on with. */
  sayWhatIsLeft(): void {
    const { out } = this.#context;
    out.say('Cancelled: nothing is left running.');
    if (this.#stage !== null) out.say(`To go on: ${again(this.#stage, [...this.#left])}`);
  }

  /** Prints what came of it. */
  conclude(done: readonly StageVerification[]): void {
    const { out, now } = this.#context;
    const rows = done.flatMap((stage) => stage.rows);
    if (rows.length > 0) out.print(`${tableText(rows)}\n`);
    for (const { stage, verdicts, remarks } of done) {
      for (const remark of remarks) out.say(`${out.symbols.failed} ${remark}`);
      const count = (state: Verdict['state']) =>
        verdicts.filter((one) => one.state === state).length;
      const wrong = count('wrong') + remarks.length;
      out.print(`${stage.id}: ${count('well')} well, ${count('unfit')} unfit, ${wrong} wrong`);
    }
    this.#sayWhatIsWrong(done);
    out.print(`${((now() - this.#since) / 1000).toFixed(0)} s`);
  }

  #sayWhatIsWrong(done: readonly StageVerification[]): void {
    for (const { stage, verdicts } of done) {
      const wrong = verdicts.filter(({ state }) => state === 'wrong').map(({ id }) => id);
      if (wrong.length > 0) this.#context.out.say(`Once mended: ${again(stage, wrong)}`);
    }
  }

  #lineOf({ id, state, remark, milliseconds }: Verdict): string {
    const { done, failed, dash } = this.#context.out.symbols;
    const symbol = { well: done, wrong: failed, unfit: dash }[state];
    const time = `${(milliseconds / 1000).toFixed(1)} s`;
    return `${symbol} ${id} (${time})${remark === '' ? '' : `: ${remark}`}`;
  }
}

function again(stage: Stage, ids: readonly string[]): string {
  return `create-backend dev verify --stage ${stage.id} --only ${ids.join(',')}`;
}

import type { PlacedCheck } from '../../checker/check.ts';
import type { Result } from '../../checker/result.ts';
import { runChecks } from '../../checker/run-checks.ts';
import { DataSupply } from '../../checker/service/data.ts';
import { Session } from '../../checker/session.ts';
import type { Target } from '../../checker/target.ts';
import { Cancelled } from '../../errors.ts';

/** What is asked in a round: the lesson that is worked on, then what was learned before. */
export interface Questions {
  readonly current: readonly PlacedCheck[];
  readonly earlier: readonly PlacedCheck[];
}

/** What a round has found, as far as it has come. */
export interface Findings {
  readonly current: readonly Result[];
  /** Null while they are being asked. */
  readonly earlier: readonly Result[] | null;
  /** From the save to the current lesson's verdict. */
  readonly milliseconds: number;
}

/** How rounds are to go. */
export interface RoundOptions {
  readonly target: Target;
  readonly seed: number;
  /** Seconds of a check that says nothing else. */
  readonly timeout: number;
  /** Ends the round that is under way, and all that would follow. */
  readonly signal: AbortSignal;
  /** Told of each verdict: of the current lesson first, then of all. */
  readonly onFindings: (findings: Findings) => void;
  readonly onFault: (error: unknown) => void;
}

/** Files that may say how the data are laid out, so that they have to be prepared anew. */
const shapesData = /migrat|schema|sql|(?:^|\/)(?:db|database|models?)(?:\/|\.)/i;

/** Puts the questions anew after each save; the save that comes next ends a round under way. */
export class Rounds {
  readonly #options: RoundOptions;
  /** Lasts from round to round: starting a database server takes longer than asking. */
  readonly #supply: DataSupply;
  readonly #closing = new Set<Promise<void>>();
  #round = new AbortController();

  constructor(options: RoundOptions) {
    this.#options = options;
    this.#supply = new DataSupply(options.target, options.signal);
  }

  /**
   * Begins a round, and leaves the one before.
   * @param saved paths in the project; empty where nothing has changed
   */
  begin(questions: Questions, saved: readonly string[]): void {
    this.#round.abort(new Cancelled());
    this.#round = new AbortController();
    if (saved.some((path) => shapesData.test(path))) this.#supply.prepareAnew();
    const left = this.#round.signal;
    void this.#run(questions, left).catch((error: unknown) => {
      if (!left.aborted && !this.#options.signal.aborted) this.#options.onFault(error);
    });
  }

  /** Ends the round, and waits until nothing is left running. */
  async close(): Promise<void> {
    this.#round.abort(new Cancelled());
    while (this.#closing.size > 0) await Promise.all(this.#closing);
    await this.#supply.close();
  }

  async #run({ current, earlier }: Questions, left: AbortSignal): Promise<void> {
    const { target, onFindings } = this.#options;
    const since = performance.now();
    const signal = AbortSignal.any([left, this.#options.signal]);
    const session = new Session(target, signal, this.#supply);
    try {
      const asked = this.#ask(session, [...current, ...earlier], signal);
      // The first result is that of the start.
      const verdict = await take(asked, current.length + 1);
      const milliseconds = performance.now() - since;
      onFindings({ current: verdict, earlier: null, milliseconds });
      const rest = await take(asked, earlier.length);
      onFindings({ current: verdict, earlier: rest, milliseconds });
    } finally {
      this.#close(session);
    }
  }

  #ask(session: Session, checks: readonly PlacedCheck[], signal: AbortSignal) {
    const { seed, timeout } = this.#options;
    return runChecks(session, checks, { seed, timeout, bail: false, all: true, signal });
  }

  /** The next round need not wait until a service has stopped. */
  #close(session: Session): void {
    const closed = session.close().finally(() => this.#closing.delete(closed));
    this.#closing.add(closed);
  }
}

async function take(results: AsyncGenerator<Result>, count: number): Promise<Result[]> {
  const taken: Result[] = [];
  while (taken.length < count) {
    const { value, done } = await results.next();
    if (done) break;
    taken.push(value);
  }
  return taken;
}

import type { Check, PlacedCheck, Question } from './check.ts';
import * as expectations from './expect.ts';
import { Failure, NotRunnable, type Finding } from './failure.ts';
import type { Sent } from './http/exchange.ts';
import { likelyCause } from './likely.ts';
import { meetNeeds } from './needs.ts';
import { gitOf } from './project-git.ts';
import type { Result } from './result.ts';
import type { Session } from './session.ts';
import { describeEnd, judgeStart, startCheck } from './start-check.ts';
import { Items } from './values/items.ts';
import { randomFrom } from './values/random.ts';
import { inWords } from './words.ts';

/** How a run of checks is to go. */
export interface RunSettings {
  readonly seed: number;
  /** Ends the run at the first failure. */
  readonly bail: boolean;
  /** Longest time of a check that says nothing else, in seconds. */
  readonly timeout: number;
  /** Whether checks that wait for more than 2 s are asked too. */
  readonly all: boolean;
  readonly signal: AbortSignal;
  /** Sees every request of the checks. */
  readonly onRequest?: (sent: Sent) => void;
}

/** Time in which a dying process is noticed after a failure, in milliseconds. */
const DEATH_NOTICED_MS = 150;
const LOG_LINES = 5;

/** Asks the checks in their order, one after the other, each result as soon as it is there. */
export async function* runChecks(
  session: Session,
  checks: readonly PlacedCheck[],
  settings: RunSettings,
): AsyncGenerator<Result> {
  const run = new Run(session, settings);
  const started = await run.start();
  yield started;
  for (const check of checks) {
    const result = started.state === 'pass' ? await run.ask(check) : run.skip(check, started);
    yield result;
    if (settings.bail && result.state === 'fail') return;
  }
}

class Run {
  readonly #session: Session;
  readonly #settings: RunSettings;
  readonly #usedKeys = new Set<unknown>();

  constructor(session: Session, settings: RunSettings) {
    this.#session = session;
    this.#settings = settings;
  }

  start(): Promise<Result> {
    return this.#judge(startCheck, async () => {
      const start = await this.#session.open();
      if (start.end !== 'ready') judgeStart(start, this.#session.main!, this.#session.address);
    });
  }

  skip(check: PlacedCheck, because: Result): Result {
    return this.#result(check, { state: 'not-run', reason: `${because.check.id} failed` });
  }

  async ask(check: PlacedCheck): Promise<Result> {
    let last: Sent | null = null;
    let question: Question | null = null;
    const mark = this.#session.main?.log.end ?? 0;
    const result = await this.#judge(check, async () => {
      const limit = check.seconds ?? this.#settings.timeout;
      const deadline = AbortSignal.timeout(limit * 1000);
      const signal = AbortSignal.any([deadline, this.#settings.signal]);
      try {
        question = await this.#question(check, signal, (sent) => {
          last = sent;
          this.#settings.onRequest?.(sent);
        });
        await Promise.race([check.run(question), expired(signal)]);
      } catch (error) {
        this.#settings.signal.throwIfAborted();
        if (!deadline.aborted) throw error;
        const expected = `the whole check is done within ${limit} s`;
        const got = 'it was still waiting';
        throw new Failure({ expected, got, ...(last === null ? {} : { request: last }) });
      }
    });
    const settled = await this.#settle(check, result, mark);
    // A service that is not ours is left as it was found.
    if (this.#session.main === null) await (question as Question | null)?.api.removeMade();
    return settled;
  }

  async #question(
    check: PlacedCheck,
    signal: AbortSignal,
    onRequest: (sent: Sent) => void,
  ): Promise<Question> {
    const session = this.#session;
    const { resource, project, atHand } = session.target;
    await meetNeeds(check, session, this.#settings.all);
    const random = randomFrom(this.#settings.seed, check.id);
    const items = new Items(resource, random, this.#usedKeys);
    const api = session.api(items, signal, onRequest);
    const people = session.people(api);
    const service = check.needs?.includes('start') ? session.control(signal) : (undefined as never);
    const common = { api, items, resource, random, people, expect: expectations };
    const isAtHand = atHand !== null && [null, check.lesson].includes(atHand.lesson);
    const since = atHand?.since ?? null;
    const git = gitOf(session.target, signal)!;
    return { ...common, service, project: project!, git, isAtHand, since };
  }

  /** After a failure the next check finds a service that lives and whose list answers. */
  async #settle(check: PlacedCheck, result: Result, mark: number): Promise<Result> {
    const session = this.#session;
    const asked = session.processOf(result.finding?.answer?.request);
    await session.closeOthers();
    const { main } = session;
    if (main === null || (result.state === 'pass' && main.how === null)) return result;
    await Promise.race([main.ended, new Promise((go) => setTimeout(go, DEATH_NOTICED_MS))]);
    const log = main.log.telling(LOG_LINES, mark);
    const { how } = main;
    if (how !== null || !(await this.#listAnswers())) await session.renew();
    if (how === null && result.state !== 'fail') return result;
    if (how === null) {
      const said = asked === main ? log : asked!.log.telling(LOG_LINES);
      // What the service has logged may come later than its answer.
      return this.#result(check, { ...result, ...this.#explain(check, result.finding!, said) });
    }
    const finding = { ...result.finding, expected: 'the process lives on', got: describeEnd(how) };
    const state = result.state === 'kit-fault' ? result.state : 'fail';
    return { ...result, state, finding, log, likely: likelyCause(check, finding, log, how) };
  }

  async #listAnswers(): Promise<boolean> {
    const { signal } = this.#settings;
    const items = new Items(this.#session.target.resource, randomFrom(0, ''), this.#usedKeys);
    const api = this.#session.api(items, signal, () => {});
    try {
      return (await api.get(api.list)).status === 200;
    } catch (error) {
      if (error instanceof Failure || error instanceof NotRunnable) return false;
      throw error;
    }
  }

  async #judge(check: PlacedCheck, work: () => Promise<void>): Promise<Result> {
    const since = performance.now();
    const outcome = await this.#attempt(check, work);
    return this.#result(check, { ...outcome, milliseconds: performance.now() - since });
  }

  async #attempt(check: Check, work: () => Promise<void>): Promise<Partial<Result>> {
    try {
      await work();
      return { state: 'pass' };
    } catch (error) {
      this.#settings.signal.throwIfAborted();
      if (error instanceof NotRunnable) return { state: 'not-run', reason: error.message };
      if (!(error instanceof Failure)) {
        const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
        return { state: 'kit-fault', reason };
      }
      return this.#failed(check, error.finding);
    }
  }

  #failed(check: Check, finding: Finding): Partial<Result> {
    const log = this.#session.main?.log.telling(LOG_LINES) ?? [];
    return { state: 'fail', finding, ...this.#explain(check, finding, log) };
  }

  #explain(check: Check, finding: Finding, log: readonly string[]): Partial<Result> {
    return { log, likely: likelyCause(check, finding, log, this.#session.main?.how ?? null) };
  }

  #result(check: PlacedCheck, known: Partial<Result>): Result {
    const { resource } = this.#session.target;
    return {
      check,
      title: inWords(check.title, resource),
      state: 'pass',
      finding: null,
      reason: null,
      log: [],
      milliseconds: 0,
      ...known,
      likely: known.likely == null ? null : inWords(known.likely, resource),
    };
  }
}

/** Rejects when a signal is raised: not all that a check waits for is a request, which would. */
function expired(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}

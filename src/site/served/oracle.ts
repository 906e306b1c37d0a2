import { DataSupply } from '../../checker/service/data.ts';
import type { Target } from '../../checker/target.ts';
import { shellOf } from '../../checker/http/curl.ts';
import type { Context } from '../../context.ts';
import { UserError } from '../../errors.ts';
import { targetOfProject } from '../../lessons/check-target.ts';
import { textsOf } from '../../lessons/lesson-text.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import { observe } from '../../lessons/predict/observe.ts';
import type { Prediction } from '../../lessons/predict/prediction.ts';
import { traced } from '../../lessons/predict/trace.ts';
import type { Outcome } from '../parts/outcome.tsx';
import type { Reader } from './reader.ts';

/** Has the exchanges that were predicted, one after the other, and remembers what came of them. */
export class Oracle {
  readonly #context: Context;
  readonly #outcomes = new Map<string, Outcome>();
  /** By stage: a project that moves on wants other data. */
  readonly #supplies = new Map<number, DataSupply>();
  #queue: Promise<unknown> = Promise.resolve();

  constructor(context: Context) {
    this.#context = context;
  }

  /** What came of a prediction last; null where nothing was predicted. */
  outcomeOf(lesson: Lesson, number: number): Outcome | null {
    return this.#outcomes.get(keyOf(lesson, number)) ?? null;
  }

  /** Sends what was predicted to the reader's service, started as it is now. */
  async ask(reader: Reader, lesson: Lesson, number: number, guess: number): Promise<void> {
    const prediction = lesson.predictions[number - 1]!;
    const asked = this.#queue.then(() => this.#outcome(reader, lesson, prediction, guess));
    this.#queue = asked.catch(() => {});
    this.#outcomes.set(keyOf(lesson, number), await asked);
  }

  /** Leaves no database behind. */
  async close(): Promise<void> {
    await this.#queue;
    for (const supply of this.#supplies.values()) await supply.close();
  }

  async #outcome(
    { project, plan }: Reader,
    lesson: Lesson,
    prediction: Prediction,
    guess: number,
  ): Promise<Outcome> {
    const { env, signal } = this.#context;
    const target = traced(targetOfProject(project.folder, env), project.stack.runtime.program);
    const render = textsOf(lesson, plan, shellOf(env, process.platform));
    const supply = this.#supplyFor(target);
    try {
      const seen = await observe(prediction, target, { render, signal, supply });
      return { guess, seen, problem: null };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return { guess, seen: null, problem: `${error.message} ${error.hint}` };
    }
  }

  #supplyFor(target: Target): DataSupply {
    const known = this.#supplies.get(target.stage);
    // The code may have changed since, and with it what the data look like.
    known?.prepareAnew();
    const supply = known ?? new DataSupply(target, this.#context.signal);
    this.#supplies.set(target.stage, supply);
    return supply;
  }
}

function keyOf({ stage, id }: Lesson, number: number): string {
  return `${stage}/${id}/${number}`;
}

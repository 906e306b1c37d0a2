import type { Prompt } from '../../src/system/prompt.ts';

/** A person who gives prepared answers; undefined takes the default. What was asked is noted. */
export class ScriptedPrompt implements Prompt {
  readonly asked: string[] = [];
  readonly refused: string[] = [];
  readonly #answers: unknown[];

  constructor(...prepared: readonly unknown[]) {
    this.#answers = [...prepared];
  }

  intro(): void {}

  async text(
    message: string,
    initial: string,
    refuse: (answer: string) => string | null,
  ): Promise<string> {
    const answer = this.#next(message, initial);
    const reason = refuse(answer);
    if (reason === null) return answer;
    this.refused.push(reason);
    return this.text(message, initial, refuse);
  }

  async select<T>(
    message: string,
    choices: readonly { value: T; label: string }[],
    initial: T,
  ): Promise<T> {
    const label = this.#next<string | null>(message, null);
    if (label === null) return initial;
    const chosen = choices.find((choice) => choice.label.startsWith(label));
    if (chosen === undefined) throw new Error(`there is no choice ${label}`);
    return chosen.value;
  }

  confirm(message: string, initial: boolean): Promise<boolean> {
    return Promise.resolve(this.#next(message, initial));
  }

  #next<T>(message: string, initial: T): T {
    this.asked.push(message);
    return (this.#answers.shift() as T | undefined) ?? initial;
  }
}

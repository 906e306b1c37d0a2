import type { Choice, Prompt } from '../system/prompt.ts';
import type { CreateFlags } from './flags.ts';

/** A flag that had to be given, with an example of it. */
export interface MissingFlag {
  readonly flag: string;
  readonly example: string;
}

/** How one question is settled when no flag settles it. */
interface Question<T> {
  /** How the flag is called in the message that lists what is missing. */
  readonly flag: string;
  readonly example: string;
  readonly otherwise: T;
  readonly ask: (prompt: Prompt) => Promise<T>;
}

/** Settles questions: by asking, by the default, or by noting that a flag is missing. */
export class Interview {
  readonly flags: CreateFlags;
  readonly missing: MissingFlag[] = [];
  readonly #load: (() => Promise<Prompt>) | null;
  #prompt: Prompt | null = null;

  /** @param load loads what asks; null where nobody can answer */
  constructor(flags: CreateFlags, load: (() => Promise<Prompt>) | null) {
    this.flags = flags;
    this.#load = load;
  }

  /** Whether a person is there to answer. */
  get isAsking(): boolean {
    return this.#load !== null;
  }

  async settle<T>({ flag, example, otherwise, ask }: Question<T>): Promise<T> {
    const prompt = await this.#openPrompt();
    if (prompt !== null) return ask(prompt);
    if (!this.flags.yes) this.missing.push({ flag, example });
    return otherwise;
  }

  /** Like `settle` for one of several choices; a single choice is no question. */
  async choose<T>(
    message: string,
    flag: string,
    choices: readonly Choice<T>[],
    exampleOf: (choice: T) => string,
  ): Promise<T> {
    const first = choices[0]!.value;
    if (choices.length === 1) return first;
    return this.settle({
      flag,
      example: `${flag} ${exampleOf(first)}`,
      otherwise: first,
      ask: (prompt) => prompt.select(message, choices, first),
    });
  }

  /** A question about convenience: where nobody can answer, the default is taken. */
  async prefer(message: string, otherwise: boolean): Promise<boolean> {
    const prompt = await this.#openPrompt();
    return prompt === null ? otherwise : prompt.confirm(message, otherwise);
  }

  async #openPrompt(): Promise<Prompt | null> {
    if (this.#prompt === null && this.#load !== null) {
      this.#prompt = await this.#load();
      this.#prompt.intro('create-backend');
    }
    return this.#prompt;
  }
}

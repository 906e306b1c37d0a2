import { Cancelled } from '../errors.ts';

/** One of several answers. */
export interface Choice<T> {
  readonly value: T;
  readonly label: string;
  readonly hint?: string;
}

/** Asks a person at a terminal. Every question throws Cancelled when it is left by Ctrl-C. */
export interface Prompt {
  intro(text: string): void;
  /** @param refuse gives the reason why an answer cannot be taken, or null */
  text(
    message: string,
    initial: string,
    refuse: (answer: string) => string | null,
  ): Promise<string>;
  select<T>(message: string, choices: readonly Choice<T>[], initial: T): Promise<T>;
  confirm(message: string, initial: boolean): Promise<boolean>;
}

/** The prompt library, wrapped once. It is loaded at the first question. */
export async function loadPrompt(signal: AbortSignal): Promise<Prompt> {
  const clack = await import('@clack/prompts');
  const answered = <T>(answer: T): Exclude<T, symbol> => {
    if (clack.isCancel(answer)) throw signal.aborted ? signal.reason : new Cancelled();
    return answer as Exclude<T, symbol>;
  };
  return {
    intro: (text) => clack.intro(text),
    async text(message, initial, refuse) {
      const validate = (answer = '') => refuse(answer || initial) ?? undefined;
      const options = { message, placeholder: initial, defaultValue: initial, validate, signal };
      return answered(await clack.text(options));
    },
    async select<T>(message: string, choices: readonly Choice<T>[], initial: T) {
      // The library's options are a conditional type of T that a generic T cannot satisfy.
      const options = choices.map((choice) => ({ ...choice })) as unknown as [];
      const answer = await clack.select<T>({ message, options, initialValue: initial, signal });
      return answered(answer) as T;
    },
    confirm: async (message, initial) =>
      answered(await clack.confirm({ message, initialValue: initial, signal })),
  };
}

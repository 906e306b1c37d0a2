import { UserError } from '../../errors.ts';

/** Most faults of a file that are told at once. */
const MOST_SHOWN = 10;

/** What is wrong in a file that the instructor wrote, by its lines. */
export class Faults {
  readonly #file: string;
  readonly #found: { line: number; reason: string }[] = [];

  /** @param file how the instructor calls it */
  constructor(file: string) {
    this.#file = file;
  }

  /** @param line from 1 */
  report(line: number, reason: string): void {
    this.#found.push({ line, reason });
  }

  /** @throws UserError with every fault and its line, where there is one */
  refuseAny(): void {
    if (this.#found.length === 0) return;
    const sorted = this.#found.toSorted((a, b) => a.line - b.line);
    const lines = sorted.slice(0, MOST_SHOWN).map(({ line, reason }) => `line ${line}: ${reason}`);
    const rest = sorted.length - lines.length;
    const more = rest > 0 ? [`and ${rest} more`] : [];
    throw new UserError(
      `${this.#file} cannot be used:\n  ${[...lines, ...more].join('\n  ')}`,
      'Mend these lines, and run the command again.',
    );
  }
}

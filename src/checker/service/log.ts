/** Lines that are kept, and characters of one line. */
const MAX_LINES = 300;
const MAX_LINE = 2_000;
const stackFrame = /^\s+at |^\s+File "|^Node\.js v/;

/** The last lines that a service wrote: however much it writes, little is kept. */
export class ServiceLog {
  #lines: string[] = [];
  #rest = '';
  #dropped = 0;

  write(text: string): void {
    const lines = (this.#rest + text).split(/\r?\n/);
    this.#rest = lines.pop()!.slice(0, MAX_LINE);
    this.#lines.push(...lines.slice(-MAX_LINES).map((line) => line.slice(0, MAX_LINE)));
    this.#dropped += Math.max(0, this.#lines.length - MAX_LINES);
    this.#lines = this.#lines.slice(-MAX_LINES);
  }

  /** Mark of the present end, for {@link since}. */
  get end(): number {
    return this.#dropped + this.#lines.length;
  }

  /** Lines written after a mark, as far as they are kept. */
  since(mark: number): readonly string[] {
    return [...this.#lines, ...(this.#rest === '' ? [] : [this.#rest])].slice(
      Math.max(0, mark - this.#dropped),
    );
  }

  /** The last lines after a mark that say something. */
  telling(count: number, mark = 0): readonly string[] {
    return tellingLines(this.since(mark), count);
  }
}

/** The last of some lines that say something: no frames of a stack, no lone brackets, no fields. */
export function tellingLines(lines: readonly string[], count: number): string[] {
  return lines
    .filter((line) => !stackFrame.test(line))
    .map(sentenceOf)
    .filter((line) => /[a-z]/i.test(line))
    .slice(-count);
}

/** What a line of a structured log says in its message, if anything; another line as it is. */
function sentenceOf(line: string): string {
  if (!line.startsWith('{')) return line;
  try {
    const { msg, message, level } = JSON.parse(line) as Record<string, unknown>;
    // Without a message it has counted a request, unless something grave is in its fields.
    return String(msg ?? message ?? (isGrave(level) ? line : ''));
  } catch {
    // What was cut off has lost its end; what failed stands near its beginning.
    return /"(?:msg|message)":"((?:[^"\\]|\\.)*)/.exec(line)?.[1] ?? line;
  }
}

/** Levels are words, or numbers that rise: 50 is an error in many libraries. */
function isGrave(level: unknown): boolean {
  return Number(level) >= 50 || /^(?:error|critical|fatal)$/i.test(String(level));
}

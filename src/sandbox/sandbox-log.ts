/** What a sandbox has kept programs from, or ended them for. */
export type IncidentKind =
  'memory' | 'processes' | 'output' | 'network' | 'files' | 'time' | 'background';

/** One kind of it, in a sentence for the student. */
export interface Incident {
  readonly kind: IncidentKind;
  readonly text: string;
}

/** What happens in a sandbox: what students' programs did, and what went wrong with the sandbox. */
export class SandboxLog {
  readonly #incidents = new Map<IncidentKind, string>();
  readonly #faults: string[] = [];

  /** Notes something that a program did; of a kind that is known already, the first stays. */
  note(kind: IncidentKind, text: string): void {
    if (!this.#incidents.has(kind)) this.#incidents.set(kind, text);
  }

  /** Notes that the sandbox itself has failed, which is no student's fault. */
  fail(reason: string): void {
    this.#faults.push(reason);
  }

  get incidents(): readonly Incident[] {
    return [...this.#incidents].map(([kind, text]) => ({ kind, text }));
  }

  get faults(): readonly string[] {
    return this.#faults;
  }
}

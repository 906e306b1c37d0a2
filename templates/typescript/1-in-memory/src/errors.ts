/** Why the service refuses; `http/problem.ts` alone knows which status each one has. */
export type RefusalKind = 'not-found' | 'conflict';

/** A request that is well-formed and yet cannot be done; the message is for the client. */
export class Refusal extends Error {
  readonly kind: RefusalKind;

  constructor(kind: RefusalKind, message: string) {
    super(message);
    this.kind = kind;
  }
}

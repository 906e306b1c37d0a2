/** Why the service refuses; `http/errors.ts` alone knows which status each one has. */
export type RefusalKind =
  'not-found' | 'conflict' | 'unauthorized' | 'stale' | 'unavailable' | 'forbidden' | 'too-many';

/** A place in a request, as a JSON Pointer (RFC 6901), and what is wrong there. */
export interface Fault {
  pointer: string;
  detail: string;
}

/** A request that is well-formed and yet cannot be done; the message is for the client. */
export class Refusal extends Error {
  readonly kind: RefusalKind;
  readonly faults: Fault[] | undefined;
  /** Seconds after which the same request may succeed. */
  readonly retryAfter?: number;

  constructor(kind: RefusalKind, message: string, faults?: Fault[]) {
    super(message);
    this.kind = kind;
    this.faults = faults;
  }
}

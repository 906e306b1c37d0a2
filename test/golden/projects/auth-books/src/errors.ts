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
  readonly retryAfter: number | undefined;

  constructor(
    kind: RefusalKind,
    message: string,
    options: ErrorOptions & { faults?: Fault[]; retryAfter?: number } = {},
  ) {
    super(message, options);
    this.kind = kind;
    this.faults = options.faults;
    this.retryAfter = options.retryAfter;
  }
}
